import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { CreatorsToKeep } from '../../components/creators-to-keep.tsx'
import { MessagesToJudge } from '../../components/messages-to-judge.tsx'
import { w } from '../../text/index.ts'

const tabs = ['messages', 'creators'] as const

/** What the owner does about tips: read messages that nobody is sure about, and keep the creators' pages. */
function TipOwner() {
  const [tab, setTab] = useState<(typeof tabs)[number]>('messages')
  return (
    <View className={prose.page}>
      <Card>
        <Choices value={tab} options={tabs.map((value) => ({ value, label: w.owner[value] }))} onChange={setTab} />
      </Card>
      {tab === 'messages' && <MessagesToJudge />}
      {tab === 'creators' && <CreatorsToKeep />}
    </View>
  )
}

export default screen(TipOwner, w.owns.title)
