import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { OwnerDisputes } from '../../components/owner-disputes.tsx'
import { OwnerPayouts } from '../../components/owner-payouts.tsx'
import { OwnerRunners } from '../../components/owner-runners.tsx'
import { e } from '../../text/index.ts'

const tabs = ['runners', 'disputes', 'payouts'] as const

/** What the owner decides about errands: who may run, who is right, who has been paid. */
function ErrandOwner() {
  const [tab, setTab] = useState<(typeof tabs)[number]>('runners')
  return (
    <View className={prose.page}>
      <Card>
        <Choices value={tab} options={tabs.map((value) => ({ value, label: e.owner[value] }))} onChange={setTab} />
      </Card>
      {tab === 'runners' && <OwnerRunners />}
      {tab === 'disputes' && <OwnerDisputes />}
      {tab === 'payouts' && <OwnerPayouts />}
    </View>
  )
}

export default screen(ErrandOwner, e.owns.title)
