import { type Fen, type OrderView, type PayoutToMake, parseYuan, type RunnerAudit, type RunnerView } from '@pay/core'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Field } from '../../../components/field.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { ownerFunction } from '../../../owner/contracts.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
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
      {tab === 'runners' && <Runners />}
      {tab === 'disputes' && <Disputes />}
      {tab === 'payouts' && <Payouts />}
    </View>
  )
}

export default screen(ErrandOwner, e.owns.title)

type List<T> = ReturnType<typeof usePages<T>>

/** The four faces of a list, the same for all three. */
const Listed = <T,>({ list, draw }: { readonly list: List<T>; readonly draw: (item: T) => JSX.Element }) => {
  useReachBottom(list.more)
  if (list.phase === 'failed')
    return <Failed note={explain(list.error ?? { code: 'OTHER' })} retry={() => void list.reload()} />
  if (list.phase === 'loading')
    return (
      <Card>
        <Skeleton shape="block" />
      </Card>
    )
  return list.items.length === 0 ? <PageState title={e.owner.nothing} /> : <View>{list.items.map(draw)}</View>
}

const Runners = () => {
  const [audit, setAudit] = useState<'applied' | 'approved' | 'suspended'>('applied')
  const list = usePages<RunnerView>(audit, (cursor) =>
    call(ownerFunction, 'listRunners', { audit, ...(cursor !== undefined && { cursor }) }),
  )
  return (
    <>
      <Card>
        <Choices
          value={audit}
          options={(['applied', 'approved', 'suspended'] as const).map((value) => ({
            value,
            label: e.owner.audits[value],
          }))}
          onChange={setAudit}
        />
      </Card>
      <Listed list={list} draw={(runner) => <Runner key={runner.runnerNo} runner={runner} onDone={list.reload} />} />
    </>
  )
}

const moves = {
  applied: ['approve', 'refuse'],
  approved: ['suspend'],
  suspended: ['resume'],
  refused: [],
  barred: [],
} as const satisfies Record<RunnerAudit, readonly string[]>

const Runner = ({ runner, onDone }: { readonly runner: RunnerView; readonly onDone: () => unknown }) => {
  const [because, setBecause] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const { runnerNo, name, phone, audit, appliedAtMs, rating } = runner
  return (
    <Card title={name}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View className={prose.note}>
        {[phone, moment(appliedAtMs), rating && e.run.rating((rating.stars / rating.count).toFixed(1), rating.count)]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className={prose.gap} />
      <Field label={e.owner.because} value={because} onChange={setBecause} max={100} />
      <View className={prose.row}>
        {moves[audit].map((move) => (
          <Button
            small
            key={move}
            kind={move === 'approve' || move === 'resume' ? 'main' : 'danger'}
            busy={busy}
            onPress={() => void act(() => call(ownerFunction, 'auditRunner', { runnerNo, move, because }), onDone)}
          >
            {e.owner.moves[move]}
          </Button>
        ))}
      </View>
    </Card>
  )
}

const Disputes = () => {
  const list = usePages<OrderView>('disputes', (cursor) =>
    call(ownerFunction, 'listDisputes', cursor === undefined ? {} : { cursor }),
  )
  return <Listed list={list} draw={(order) => <Ruling key={order.orderNo} order={order} onDone={list.reload} />} />
}

const Ruling = ({ order, onDone }: { readonly order: OrderView; readonly onDone: () => unknown }) => {
  const [back, setBack] = useState('')
  const [earned, setEarned] = useState('')
  const [note, setNote] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const view = order.detail.vertical === 'errand' ? order.detail : undefined
  const [refundFen, runnerFen] = [amount(back), amount(earned)]
  const settle = (refund: Fen, runner: Fen) =>
    void act(
      () =>
        call(ownerFunction, 'settleDispute', {
          orderNo: order.orderNo,
          refundFen: refund,
          runnerFen: runner,
          note: note.trim(),
        }),
      onDone,
    )
  return (
    <Card title={order.orderNo}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Facts
        facts={[
          { label: e.facts.dispute, value: view?.dispute?.why ?? '' },
          { label: e.owner.left, value: `¥${yuan(view?.leftFen ?? 0)}` },
          { label: e.facts.runner, value: view?.runner?.name ?? '' },
        ]}
      />
      <Field type="digit" label={e.owner.toBuyer} value={back} onChange={setBack} max={10} />
      <Field type="digit" label={e.owner.toRunner} value={earned} onChange={setEarned} max={10} />
      <Field label={e.owner.ruling} value={note} onChange={setNote} max={200} />
      <Button
        small
        busy={busy}
        disabled={refundFen === undefined || runnerFen === undefined || note.trim() === ''}
        onPress={() => refundFen !== undefined && runnerFen !== undefined && settle(refundFen, runnerFen)}
      >
        {e.owner.settle}
      </Button>
    </Card>
  )
}

const Payouts = () => {
  const list = usePages<PayoutToMake>('payouts', (cursor) =>
    call(ownerFunction, 'listPayouts', cursor === undefined ? {} : { cursor }),
  )
  return <Listed list={list} draw={(payout) => <Payout key={payout.payoutNo} payout={payout} onDone={list.reload} />} />
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

const amount = (typed: string): Fen | undefined => {
  const parsed = parseYuan(typed.trim())
  return parsed.ok ? parsed.value : undefined
}
