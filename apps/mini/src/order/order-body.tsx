import type { FlowOutcome, FlowState, PaymentFlow } from '@pay/client'
import type { OrderView } from '@pay/core'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BottomBar } from '../components/bottom-bar.tsx'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Countdown } from '../components/countdown.tsx'
import { NoticeBar } from '../components/notice-bar.tsx'
import { Pressable } from '../components/pressable.tsx'
import { StateHead, StateNote } from '../components/state-head.tsx'
import { SumRows } from '../components/sum-rows.tsx'
import { order as orderFunction } from '../contracts.ts'
import { moment } from '../format/moment.ts'
import { useBusy } from '../hooks/use-busy.ts'
import { call } from '../pay.ts'
import { ask, tell } from '../platform/ask.ts'
import { explain } from '../text/explain.ts'
import { t } from '../text/index.ts'
import { noteOf, stateOf, storyOf } from './describe-order.ts'
import styles from './order-body.module.scss'
import { OrderHistory } from './order-history.tsx'
import { OrderLines } from './order-lines.tsx'

interface OrderBodyProps {
  readonly order: OrderView
  readonly flow: PaymentFlow
  readonly state: Extract<FlowState, { step: 'following' }>
  readonly outcome: FlowOutcome
}

/** All there is to see of an order, and what its buyer may do now. */
export const OrderBody = ({ order, flow, state, outcome }: OrderBodyProps) => {
  const story = storyOf(order)
  const { orderNo } = order
  return (
    <View>
      <Head order={order} flow={flow} outcome={outcome} />
      {state.trouble !== undefined && outcome === 'notPaid' && (
        <NoticeBar kind="danger">{explain(state.trouble)}</NoticeBar>
      )}
      <Card>
        <OrderLines lines={story?.lines ?? []} />
        <SumRows
          rows={story?.sums ?? []}
          total={{ label: order.paidFen > 0 ? t.order.paid : t.order.total, fen: order.totalFen }}
        />
      </Card>
      <Card>
        <View className={styles.fact}>
          <Text className={styles.label}>{t.order.no}</Text>
          <Text className={styles.number}>{orderNo}</Text>
          <Pressable className={styles.copy} onPress={() => void copy(orderNo)}>
            {t.order.copy}
          </Pressable>
        </View>
        {[...(story?.facts ?? []), { label: t.order.placedAt, value: moment(order.createdAtMs) }].map(
          ({ label, value }) => (
            <View className={`${styles.fact} ${styles.long}`} key={label}>
              <Text className={styles.label}>{label}</Text>
              <View className={styles.value}>
                <View className={styles.inner}>{value}</View>
              </View>
            </View>
          ),
        )}
      </Card>
      <Card title={t.order.history}>
        <OrderHistory order={order} />
      </Card>
      <Actions order={order} flow={flow} opening={state.cashier === 'opening'} />
    </View>
  )
}

const copy = async (orderNo: string) => {
  await Taro.setClipboardData({ data: orderNo }).catch(() => undefined)
}

const Head = ({ order, flow, outcome }: Pick<OrderBodyProps, 'order' | 'flow' | 'outcome'>) => {
  const asking = outcome === 'confirming'
  const note = asking ? t.result.confirmingNote : outcome === 'cashier' ? t.result.cashier : noteOf(order)
  return (
    <StateHead state={asking ? t.result.confirming : stateOf(order)}>
      {order.actions.includes('pay') && !asking && (
        <StateNote>
          {t.order.payBefore}
          <Countdown className={styles.clock} untilMs={order.payUntilMs} onEnd={() => flow.askNow()} />
          {t.order.payBeforeEnd}
        </StateNote>
      )}
      {note !== undefined && <StateNote>{note}</StateNote>}
    </StateHead>
  )
}

const Actions = ({ order, flow, opening }: Pick<OrderBodyProps, 'order' | 'flow'> & { readonly opening: boolean }) => {
  const [busy, run] = useBusy()
  const ways = storyOf(order)?.ways ?? []
  if (order.actions.length === 0 && ways.length === 0) return <View className={styles.end} />
  return (
    <BottomBar>
      {order.actions.includes('cancel') && (
        <Button grow kind="quiet" busy={busy} disabled={opening} onPress={() => void run(() => cancel(order, flow))}>
          {t.order.cancel}
        </Button>
      )}
      {ways.map(({ label, path, main }) => (
        <Button grow key={path} kind={main ? 'main' : 'quiet'} onPress={() => void Taro.navigateTo({ url: path })}>
          {label}
        </Button>
      ))}
      {order.actions.includes('pay') && (
        <Button grow busy={opening} disabled={busy} onPress={() => flow.payAgain()}>
          {t.result.payAgain}
        </Button>
      )}
    </BottomBar>
  )
}

const cancel = async ({ orderNo }: OrderView, flow: PaymentFlow) => {
  if (!(await ask(t.order.cancelTitle, t.order.cancelNote, t.order.cancelYes, t.order.cancelNo))) return
  const outcome = await call(orderFunction, 'cancel', { orderNo })
  if (outcome.ok) flow.heard(outcome.data)
  else {
    await tell(t.order.cancel, explain(outcome.error))
    flow.askNow()
  }
}
