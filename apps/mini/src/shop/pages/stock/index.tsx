import type { Goods } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { ListFoot } from '../../../components/list-foot.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { usePages } from '../../../hooks/use-pages.ts'
import { ownerFunction } from '../../../owner/contracts.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { StockCard } from '../../components/stock-card.tsx'
import { s } from '../../text/index.ts'

/** Everything the shop has, on sale or not: pieces, prices, and whether it is shown. */
function Stock() {
  const { items, phase, error, reload, more } = usePages<Goods>('stock', (cursor) =>
    call(ownerFunction, 'listAllGoods', cursor === undefined ? {} : { cursor }),
  )
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  if (phase === 'failed') return <Failed note={explain(error)} retry={() => void reload()} />
  if (phase === 'loading') return <LoadingPage />
  if (items.length === 0) return <PageState title={s.empty} />
  return (
    <View className={prose.page}>
      {items.map((goods) => (
        <StockCard key={goods.goodsId} goods={goods} />
      ))}
      <ListFoot phase={phase} onMore={more} />
    </View>
  )
}

export default screen(Stock, s.stock.title)
