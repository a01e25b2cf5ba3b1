import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { Card } from '../../../components/card.tsx'
import { Pressable } from '../../../components/pressable.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { CreatorHead } from '../../components/creator-head.tsx'
import { tipFunction } from '../../contracts.ts'
import { creatorIds } from '../../creators.ts'
import { w } from '../../text/index.ts'

/** The people whose work can be encouraged here. */
function TipHome() {
  useShareAppMessage(() => ({ title: w.home.title, path: '/tip/pages/home/index' }))
  return (
    <View className={prose.page}>
      {creatorIds.map((creatorId) => (
        <Door key={creatorId} creatorId={creatorId} />
      ))}
    </View>
  )
}

export default screen(TipHome, w.home.title)

const Door = ({ creatorId }: { readonly creatorId: string }) => {
  const { answer } = useAnswer(creatorId, () => call(tipFunction, 'getCreator', { creatorId }))
  // Who is gone is not shown; a lost answer shows when the page is opened again.
  if (answer.phase === 'failed') return null
  return (
    <Card>
      {answer.phase === 'loading' ? (
        <Skeleton shape="block" />
      ) : (
        <Pressable onPress={() => void Taro.navigateTo({ url: `/tip/pages/creator/index?creatorId=${creatorId}` })}>
          <CreatorHead page={answer.data} />
        </Pressable>
      )}
    </Card>
  )
}
