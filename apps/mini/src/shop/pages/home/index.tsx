import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro'
import { ListFoot } from '../../../components/list-foot.tsx'
import { OfferGrid, OfferGridSkeleton } from '../../../components/offer-grid.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { shopFunction } from '../../contracts.ts'
import { offerOf } from '../../offer-of.ts'
import { s } from '../../text/index.ts'
import styles from './index.module.scss'

/** All goods on sale, page by page. */
export default function ShopHome() {
  const { items, phase, error, reload, more } = usePages('goods', (cursor) =>
    call(shopFunction, 'listGoods', cursor === undefined ? {} : { cursor }),
  )
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  useShareAppMessage(() => ({ title: s.home.title, path: '/shop/pages/home/index' }))
  if (phase === 'failed') return <Failed note={explain(error ?? { code: 'OTHER' })} retry={() => void reload()} />
  if (phase === 'end' && items.length === 0) return <PageState title={s.empty} note={s.emptyNote} />
  return (
    <View className={styles.page}>
      {phase === 'loading' ? <OfferGridSkeleton /> : <OfferGrid offers={items.map(offerOf)} />}
      {phase !== 'loading' && <ListFoot phase={phase} onMore={more} />}
    </View>
  )
}
