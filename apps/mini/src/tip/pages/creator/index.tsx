import type { CreatorPage } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Card } from '../../../components/card.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { CreatorFace } from '../../components/creator-face.tsx'
import { Leaders } from '../../components/leaders.tsx'
import { RecentTips } from '../../components/recent-tips.tsx'
import { TipForm } from '../../components/tip-form.tsx'
import { tipFunction } from '../../contracts.ts'
import { w } from '../../text/index.ts'

/** One creator: who it is, what can be given, what was given. */
function CreatorPageView() {
  const { creatorId = '' } = useRouter().params
  const { answer, reload } = useAnswer(creatorId, () => call(tipFunction, 'getCreator', { creatorId }))
  if (answer.phase === 'loading') return <LoadingPage />
  if (answer.phase === 'ready') return <Known page={answer.data} />
  if (answer.error.code === 'NO_ANSWER' || answer.error.code === 'BUSY')
    return <Failed note={explain(answer.error)} retry={() => void reload()} />
  return <PageState title={w.creator.gone} action={others} />
}

export default screen(CreatorPageView, w.home.title)

const others = { label: w.creator.others, run: () => void Taro.redirectTo({ url: '/tip/pages/home/index' }) }

const saidOf = ({ creator, tips, totalFen }: CreatorPage): string => {
  if (tips > 0) return `${w.creator.received(tips)} · ${w.creator.total(yuan(totalFen))}`
  return creator.open ? w.creator.none : ''
}

const Known = ({ page }: { readonly page: CreatorPage }) => {
  const { creator } = page
  useShareAppMessage(() => ({ title: creator.name, path: `/tip/pages/creator/index?creatorId=${creator.creatorId}` }))
  return (
    <View className={prose.page}>
      <Card>
        <CreatorFace creator={creator} note={saidOf(page)} />
      </Card>
      {creator.open ? <TipForm creator={creator} /> : <NoticeBar>{w.creator.closed}</NoticeBar>}
      <Leaders page={page} />
      <RecentTips page={page} />
    </View>
  )
}
