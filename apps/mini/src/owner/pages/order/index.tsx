import { newRequestId } from '@pay/client'
import { type OrderView, parseYuan } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Field } from '../../../components/field.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { SumRows } from '../../../components/sum-rows.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { noteOf, stateOf, storyOf } from '../../../order/describe-order.ts'
import { OrderHistory } from '../../../order/order-history.tsx'
import { OrderLines } from '../../../order/order-lines.tsx'
import { call } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { ownerFunction } from '../../contracts.ts'
import { o } from '../../text/index.ts'
import { useOwnedOrder } from '../../use-owned-order.ts'

/** One order with all that its owner may see, and money back on the owner's word. */
function OwnerOrder() {
  const { answer, reload } = useOwnedOrder()
  useDidShow(() => void reload())
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, o.errors)} retry={() => void reload()} />
  if (answer.phase === 'ready') return <Known order={answer.data} reload={() => void reload()} />
  return <LoadingPage />
}

export default screen(OwnerOrder, t.order.title)

const Known = ({ order, reload }: { readonly order: OrderView; readonly reload: () => void }) => {
  const story = storyOf(order)
  return (
    <View className={prose.page}>
      <Card title={stateOf(order)}>
        {noteOf(order) !== undefined && <View className={prose.note}>{noteOf(order)}</View>}
        <OrderLines lines={story?.lines ?? []} />
        <SumRows
          rows={story?.sums ?? []}
          total={{ label: order.paidFen > 0 ? t.order.paid : t.order.total, fen: order.totalFen }}
        />
      </Card>
      <Card>
        <Facts
          facts={[
            { label: t.order.no, value: <View className={prose.number}>{order.orderNo}</View> },
            { label: t.order.placedAt, value: moment(order.createdAtMs) },
            ...(order.refundedFen > 0 ? [{ label: t.order.refunded, value: `¥${yuan(order.refundedFen)}` }] : []),
            ...(story?.facts ?? []),
          ]}
        />
        <View className={prose.row}>
          {(story?.ownerWays ?? []).map(({ label, path }) => (
            <Button small key={path} onPress={() => void Taro.navigateTo({ url: path })}>
              {label}
            </Button>
          ))}
        </View>
      </Card>
      <Refund order={order} reload={reload} />
      <Card title={t.order.history}>
        <OrderHistory order={order} />
      </Card>
    </View>
  )
}

const Refund = ({ order, reload }: { readonly order: OrderView; readonly reload: () => void }) => {
  const [typed, setTyped] = useState('')
  const { busy, trouble, act } = useAct(o.errors)
  // One key per refund meant: a second tap or a lost answer is the same refund.
  const key = useRef(newKey())
  const pending = order.refunds.reduce((sum, { amountFen, state }) => (state === 'closed' ? sum : sum + amountFen), 0)
  const most = order.paidFen - pending
  const parsed = parseYuan(typed.trim())
  if (most <= 0) return null
  const refund = async () => {
    if (!parsed.ok) return
    const amountFen = parsed.value
    await act(
      () => call(ownerFunction, 'refund', { orderNo: order.orderNo, key: key.current, amountFen }),
      () => {
        key.current = newKey()
        setTyped('')
        reload()
      },
      () => ask(o.refundTitle, o.refundConfirm(yuan(amountFen)), o.refund),
    )
  }
  return (
    <Card title={o.refund}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Field
        type="digit"
        label={o.refundAmount}
        hint={o.refundMost(yuan(most))}
        value={typed}
        onChange={setTyped}
        max={10}
      />
      <Button
        small
        kind="danger"
        busy={busy}
        disabled={!parsed.ok || parsed.value === 0 || parsed.value > most}
        onPress={() => void refund()}
      >
        {o.refund}
      </Button>
    </Card>
  )
}

const newKey = () => newRequestId(Date.now(), Math.random).slice(0, 18)
