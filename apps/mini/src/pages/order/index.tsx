import type { OrderNo } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useMemo, useRef } from 'react'
import { Card } from '../../components/card.tsx'
import { PageState } from '../../components/page-state.tsx'
import { screen } from '../../components/screen.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { order } from '../../contracts.ts'
import { useFlowOnPage } from '../../hooks/use-flow.ts'
import { OrderBody } from '../../order/order-body.tsx'
import { orderNoIn } from '../../order/order-no-in.ts'
import { call, payments } from '../../pay.ts'
import { t } from '../../text/index.ts'

/** One order, opened from anywhere, even cold from a message: the number is all it needs. */
function OrderPage() {
  const orderNo = orderNoIn(useRouter().params.orderNo)
  if (orderNo === undefined) return <PageState title={t.order.missing} action={toHome} />
  return <Known orderNo={orderNo} />
}

const toHome = { label: t.result.toHome, run: () => void Taro.switchTab({ url: '/pages/home/index' }) }

export default screen(OrderPage, t.order.title)

const Known = ({ orderNo }: { readonly orderNo: OrderNo }) => {
  const flow = useMemo(() => payments.of(orderNo), [orderNo])
  const { state, outcome } = useFlowOnPage(flow)
  const seen = useRef(false)
  useDidShow(() => {
    // The flow asks while money is open. Back from a page of the trade, something else may have changed.
    if (seen.current) void call(order, 'get', { orderNo }).then((heard) => heard.ok && flow.heard(heard.data))
    seen.current = true
  })
  if (state.step !== 'following') return null
  if (state.order !== undefined) return <OrderBody flow={flow} state={state} outcome={outcome} order={state.order} />
  if (state.poll === undefined)
    return (
      <PageState
        title={t.order.missing}
        note={t.order.missingNote}
        action={{ label: t.state.retry, run: () => flow.askNow() }}
      />
    )
  return (
    <View>
      <Card>
        <Skeleton shape="short" />
        <Skeleton shape="line" />
      </Card>
      <Card>
        <Skeleton shape="block" />
      </Card>
    </View>
  )
}
