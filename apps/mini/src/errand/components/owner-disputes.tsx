import { type OrderView, parseYuan } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Facts } from '../../components/facts.tsx'
import { Field } from '../../components/field.tsx'
import { LinkRow } from '../../components/link-row.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { moment } from '../../format/moment.ts'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { PictureStrip } from '../../pictures/picture-strip.tsx'
import { e } from '../text/index.ts'
import { CallPerson } from './call-person.tsx'
import { OwnerList } from './owner-list.tsx'

/** Frozen tasks: the owner hears both sides and divides the money. */
export const OwnerDisputes = () => {
  const list = usePages<OrderView>('disputes', (cursor) =>
    call(ownerFunction, 'listDisputes', cursor === undefined ? {} : { cursor }),
  )
  return <OwnerList list={list} draw={(order) => <Dispute key={order.orderNo} order={order} onDone={list.reload} />} />
}

interface DisputeProps {
  readonly order: OrderView
  readonly onDone: () => unknown
}

const Dispute = ({ order, onDone }: DisputeProps) => {
  const { orderNo, detail } = order
  if (detail.vertical !== 'errand' || detail.dispute === undefined) return null
  const { dispute, what = '', runner, to, kind, leftFen = 0, earningFen = 0, price } = detail
  return (
    <Card title={`${e.kinds[kind]} · ${e.owner.raisedBy[dispute.by]}`}>
      <View>{dispute.why}</View>
      <PictureStrip pictures={dispute.pictures} />
      <View className={prose.gap} />
      <Facts
        facts={[
          { label: e.owner.raisedAt, value: moment(dispute.atMs) },
          { label: e.owner.before, value: e.tasks[dispute.from] },
          { label: e.facts.what, value: what },
          ...(price === undefined ? [] : [{ label: e.price.total, value: `¥${yuan(price.totalFen)}` }]),
          { label: e.owner.left, value: `¥${yuan(leftFen)}` },
          { label: e.owner.buyer, value: `${to.name ?? ''} ${to.phone ?? ''}` },
          { label: e.facts.runner, value: `${runner?.name ?? ''} ${runner?.phone ?? ''}` },
        ]}
      />
      <PictureStrip label={e.facts.receipt} pictures={detail.goods?.receipt ?? []} />
      <View className={prose.row}>
        {to.phone !== undefined && <CallPerson phone={to.phone} label={e.owner.callBuyer} />}
        {runner?.phone !== undefined && <CallPerson phone={runner.phone} label={e.owner.callRunner} />}
      </View>
      <LinkRow title={e.owner.openOrder} to={`/owner/pages/order/index?orderNo=${orderNo}`} />
      <Ruling order={order} leftFen={leftFen} earningFen={Math.min(earningFen, leftFen)} onDone={onDone} />
    </Card>
  )
}

interface RulingProps extends DisputeProps {
  readonly leftFen: number
  readonly earningFen: number
}

const Ruling = ({ order: { orderNo }, leftFen, earningFen, onDone }: RulingProps) => {
  const [back, setBack] = useState('')
  const [earned, setEarned] = useState('')
  const [note, setNote] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const [refund, runner] = [parseYuan(back.trim()), parseYuan(earned.trim())]
  const fill = (refundFen: number, runnerFen: number) => {
    setBack(yuan(refundFen))
    setEarned(yuan(runnerFen))
  }
  const settle = () => {
    if (!refund.ok || !runner.ok) return
    const [refundFen, runnerFen] = [refund.value, runner.value]
    void act(() => call(ownerFunction, 'settleDispute', { orderNo, refundFen, runnerFen, note: note.trim() }), onDone)
  }
  return (
    <View>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View className={prose.row}>
        <Button small kind="quiet" onPress={() => fill(leftFen, 0)}>
          {e.owner.allBack}
        </Button>
        <Button small kind="quiet" onPress={() => fill(0, earningFen)}>
          {e.owner.allEarned}
        </Button>
      </View>
      <View className={prose.gap} />
      <Field type="digit" label={e.owner.toBuyer} value={back} onChange={setBack} max={10} />
      <Field type="digit" label={e.owner.toRunner} value={earned} onChange={setEarned} max={10} />
      <Field label={e.owner.ruling} value={note} onChange={setNote} max={200} />
      <Button small busy={busy} disabled={!refund.ok || !runner.ok || note.trim() === ''} onPress={settle}>
        {e.owner.settle}
      </Button>
    </View>
  )
}
