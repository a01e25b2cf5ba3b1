import { newRequestId } from '@pay/client'
import { type Fen, type OrderNo, parseYuan } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Field } from '../../../components/field.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { ownerFunction } from '../../../owner/contracts.ts'
import { useOwnedOrder } from '../../../owner/use-owned-order.ts'
import { call } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { e } from '../../text/index.ts'

/** Money back after a task has ended, on the owner's word: from the platform, and from the runner's earnings if need be. */
function GiveBack() {
  const { answer, reload } = useOwnedOrder()
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={() => void reload()} />
  if (answer.phase === 'loading') return <LoadingPage />
  const { orderNo, detail } = answer.data
  if (detail.vertical !== 'errand' || !detail.actions.includes('giveBack')) return <PageState title={e.giveBack.done} />
  const { leftFen = 0, earningFen = 0 } = detail
  return (
    <View className={prose.page}>
      <Card title={`${e.kinds[detail.kind]} · ${e.tasks[detail.task]}`}>
        <View className={prose.note}>{e.giveBack.note}</View>
        <View className={prose.gap} />
        <Facts
          facts={[
            { label: e.owner.left, value: `¥${yuan(leftFen)}` },
            { label: e.facts.earned, value: `¥${yuan(earningFen)}` },
            { label: e.facts.runner, value: `${detail.runner?.name ?? ''} ${detail.runner?.phone ?? ''}` },
          ]}
        />
      </Card>
      <Decide orderNo={orderNo} leftFen={leftFen} earningFen={earningFen} />
    </View>
  )
}

export default screen(GiveBack, e.giveBack.title)

interface DecideProps {
  readonly orderNo: OrderNo
  readonly leftFen: number
  readonly earningFen: number
}

const Decide = ({ orderNo, leftFen, earningFen }: DecideProps) => {
  const [back, setBack] = useState('')
  const [clawback, setClawback] = useState('')
  const [note, setNote] = useState('')
  // One key for this decision: a second tap or a lost answer is the same one.
  const key = useRef(newRequestId(Date.now(), Math.random).slice(0, 8))
  const { busy, trouble, act } = useAct(e.errors)
  const [refundFen, clawbackFen] = [amountIn(back), amountIn(clawback)]
  const ready = refundFen !== undefined && clawbackFen !== undefined && refundFen + clawbackFen > 0
  const submit = () => {
    if (refundFen === undefined || clawbackFen === undefined) return
    const decision = { orderNo, key: key.current, refundFen, clawbackFen, note: note.trim() }
    void act(
      () => call(ownerFunction, 'giveBackErrand', decision),
      () => Taro.navigateBack(),
      () => ask(e.giveBack.sure, e.giveBack.sureNote(yuan(refundFen), yuan(clawbackFen)), e.giveBack.submit),
    )
  }
  return (
    <Card>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Field
        type="digit"
        label={e.owner.toBuyer}
        hint={`≤ ${yuan(leftFen)}`}
        value={back}
        onChange={setBack}
        max={10}
      />
      <Field
        type="digit"
        label={e.giveBack.clawback}
        hint={`≤ ${yuan(earningFen)}`}
        value={clawback}
        onChange={setClawback}
        max={10}
      />
      <Field label={e.giveBack.why} value={note} onChange={setNote} max={200} />
      <Button small kind="danger" busy={busy} disabled={!ready || note.trim() === ''} onPress={submit}>
        {e.giveBack.submit}
      </Button>
    </Card>
  )
}

/** Nothing typed is nothing; undefined: it cannot be read. */
const amountIn = (typed: string): Fen | undefined => {
  if (typed.trim() === '') return 0 as Fen
  const parsed = parseYuan(typed.trim())
  return parsed.ok ? parsed.value : undefined
}
