import type { CreatorPage } from '@pay/core'
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { CreatorHead } from '../../components/creator-head.tsx'
import { TipForm } from '../../components/tip-form.tsx'
import { tipFunction } from '../../contracts.ts'
import { w } from '../../text/index.ts'

/** One creator: who it is, what can be given, what was given. */
function CreatorPageView() {
  const { creatorId = '' } = useRouter().params
  const { answer, reload } = useAnswer(creatorId, () => call(tipFunction, 'getCreator', { creatorId }))
  if (answer.phase === 'loading')
    return (
      <View className={prose.page}>
        <Card>
          <Skeleton shape="block" />
        </Card>
      </View>
    )
  if (answer.phase === 'ready') return <Known page={answer.data} />
  if (answer.error.code === 'NO_ANSWER' || answer.error.code === 'BUSY')
    return <Failed note={explain(answer.error)} retry={() => void reload()} />
  return <PageState title={w.creator.gone} />
}

export default screen(CreatorPageView, w.home.title)

const Known = ({ page }: { readonly page: CreatorPage }) => {
  const { creator, recent, leaders } = page
  useShareAppMessage(() => ({ title: creator.name, path: `/tip/pages/creator/index?creatorId=${creator.creatorId}` }))
  return (
    <View className={prose.page}>
      <Card>
        <CreatorHead page={page} />
      </Card>
      {creator.open ? <TipForm creator={creator} /> : <View className={prose.lead}>{w.creator.closed}</View>}
      {leaders.length > 0 && (
        <Card title={w.creator.leaders}>
          <Facts
            facts={leaders.map(({ place, name, totalFen }) => ({
              label: `${place}. ${name ?? w.creator.anonymous}`,
              value: `¥${yuan(totalFen)}`,
            }))}
          />
        </Card>
      )}
      {recent.length > 0 && (
        <Card title={w.creator.recent}>
          {recent.map(({ name, amountFen, message, atMs }) => (
            <View key={`${atMs} ${name} ${amountFen}`}>
              <View className={prose.between}>
                <View className={prose.grow}>{name ?? w.creator.anonymous}</View>
                <View>{`¥${yuan(amountFen)}`}</View>
              </View>
              {message !== undefined && <View className={prose.note}>{message}</View>}
              <View className={prose.gap} />
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
