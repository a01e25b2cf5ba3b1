import type { FlowOutcome, FlowState, PaymentFlow } from '@pay/client'
import type { OrderNo } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { aria } from '../../components/aria.ts'
import { Button } from '../../components/button.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import { PageState } from '../../components/page-state.tsx'
import { Price } from '../../components/price.tsx'
import { screen } from '../../components/screen.tsx'
import { useFlowOnPage } from '../../hooks/use-flow.ts'
import { orderNoIn } from '../../order/order-no-in.ts'
import { payments } from '../../pay.ts'
import { explain } from '../../text/explain.ts'
import { t } from '../../text/index.ts'
import styles from './index.module.scss'
import { sayResult } from './say-result.ts'

/** What became of a payment. Knows the order number only; amount and state are the server's words. */
function Result() {
  const orderNo = orderNoIn(useRouter().params.orderNo)
  if (orderNo === undefined)
    return <PageState title={t.order.missing} action={{ label: t.result.toHome, run: toHome }} />
  return <Known orderNo={orderNo} />
}

export default screen(Result, t.result.title)

const Known = ({ orderNo }: { readonly orderNo: OrderNo }) => {
  const flow = useMemo(() => payments.of(orderNo), [orderNo])
  const { state, outcome } = useFlowOnPage(flow)
  const order = state.step === 'following' ? state.order : undefined
  const { mark, title, note } = sayResult(outcome, order)
  return (
    <View className={styles.page}>
      <View className={`${styles.mark} ${styles[mark]}`} />
      <View className={styles.title} {...aria({ role: 'status' })}>
        {title}
      </View>
      {order !== undefined && <Price fen={order.totalFen} size="large" plain />}
      {note !== undefined && <View className={styles.note}>{note}</View>}
      {state.step === 'following' && state.trouble !== undefined && outcome === 'notPaid' && (
        <NoticeBar kind="danger">{explain(state.trouble)}</NoticeBar>
      )}
      <View className={styles.buttons}>
        <Buttons flow={flow} state={state} outcome={outcome} />
        {outcome !== 'cashier' && outcome !== 'confirming' && (
          <Button kind={outcome === 'paid' ? 'main' : 'quiet'} onPress={() => toOrder(orderNo)}>
            {t.result.toOrder}
          </Button>
        )}
        <Button kind="quiet" onPress={toHome}>
          {t.result.toHome}
        </Button>
      </View>
    </View>
  )
}

interface ButtonsProps {
  readonly flow: PaymentFlow
  readonly state: FlowState
  readonly outcome: FlowOutcome
}

const Buttons = ({ flow, state, outcome }: ButtonsProps) => {
  if (outcome === 'notPaid' && state.step === 'following' && state.order?.actions.includes('pay'))
    return <Button onPress={() => flow.payAgain()}>{t.result.payAgain}</Button>
  if (outcome === 'unknown' || outcome === 'closing')
    return <Button onPress={() => flow.askNow()}>{t.result.refresh}</Button>
  if (outcome === 'cashier')
    return (
      <Button
        busy={state.step === 'following' && state.cashier === 'opening'}
        kind="quiet"
        onPress={() => flow.askNow()}
      >
        {t.result.cashierBack}
      </Button>
    )
  return null
}

const toHome = () => void Taro.switchTab({ url: '/pages/home/index' })

const toOrder = (orderNo: OrderNo) => void Taro.redirectTo({ url: `/pages/order/index?orderNo=${orderNo}` })
