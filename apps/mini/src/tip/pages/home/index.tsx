import type { CreatorView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro'
import { Card } from '../../../components/card.tsx'
import { ListFoot } from '../../../components/list-foot.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { Pressable } from '../../../components/pressable.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { CreatorFace } from '../../components/creator-face.tsx'
import { tipFunction } from '../../contracts.ts'
import { w } from '../../text/index.ts'

/** The people whose work can be encouraged here. */
function TipHome() {
  const { items, phase, error, reload, more } = usePages('creators', (cursor) =>
    call(tipFunction, 'listCreators', cursor === undefined ? {} : { cursor }),
  )
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  useShareAppMessage(() => ({ title: w.home.title, path: '/tip/pages/home/index' }))
  if (phase === 'failed') return <Failed note={explain(error)} retry={() => void reload()} />
  if (phase === 'loading') return <LoadingPage />
  if (items.length === 0) return <PageState title={w.homeEmpty} note={w.homeEmptyNote} />
  return (
    <View className={prose.page}>
      {items.map((creator) => (
        <Door key={creator.creatorId} creator={creator} />
      ))}
      <ListFoot phase={phase} onMore={more} />
    </View>
  )
}

export default screen(TipHome, w.home.title)

const Door = ({ creator }: { readonly creator: CreatorView }) => (
  <Card>
    <Pressable onPress={() => void Taro.navigateTo({ url: `/tip/pages/creator/index?creatorId=${creator.creatorId}` })}>
      <CreatorFace creator={creator} note={creator.open ? w.give : w.creator.closed} inviting={creator.open} />
    </Pressable>
  </Card>
)
