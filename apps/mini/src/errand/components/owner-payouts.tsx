import type { PayoutToMake } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { moment } from '../../format/moment.ts'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { e } from '../text/index.ts'
import { CallPerson } from './call-person.tsx'
import { OwnerList } from './owner-list.tsx'

/** Withdrawals that the owner pays by hand, and records here where the payment can be found. */
export const OwnerPayouts = () => {
  const list = usePages<PayoutToMake>('payouts', (cursor) =>
    call(ownerFunction, 'listPayouts', cursor === undefined ? {} : { cursor }),
  )
  return (
    <OwnerList list={list} draw={(payout) => <Payout key={payout.payoutNo} payout={payout} onDone={list.reload} />} />
  )
}

const Payout = ({ payout, onDone }: { readonly payout: PayoutToMake; readonly onDone: () => unknown }) => {
  const [words, setWords] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const { runnerNo, payoutNo, name, phone, amountFen, requestedAtMs } = payout
  const said = words.trim()
  return (
    <Card title={`${name} ¥${yuan(amountFen)}`}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View className={prose.note}>{`${phone} · ${moment(requestedAtMs)}`}</View>
      <View className={prose.note}>{e.owner.payoutNote}</View>
      <View className={prose.row}>
        <CallPerson phone={phone} label={e.owner.callRunner} />
      </View>
      <View className={prose.gap} />
      <Field label={e.owner.reference} value={words} onChange={setWords} max={64} />
      <View className={prose.row}>
        <Button
          small
          busy={busy}
          disabled={said === ''}
          onPress={() =>
            void act(() => call(ownerFunction, 'recordPayout', { runnerNo, payoutNo, reference: said }), onDone)
          }
        >
          {e.owner.paid}
        </Button>
        <Button
          small
          kind="danger"
          busy={busy}
          disabled={said === ''}
          onPress={() =>
            void act(() => call(ownerFunction, 'refusePayout', { runnerNo, payoutNo, because: said }), onDone)
          }
        >
          {e.owner.refusePayout}
        </Button>
      </View>
    </Card>
  )
}
