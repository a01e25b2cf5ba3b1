import type { OrderNo } from '@pay/core'
import {
  createPaymentFlow,
  type FlowPorts,
  followPayment,
  type PaymentFlow,
  type Place,
} from './create-payment-flow.ts'

/** The flows of this visit: the result page finds by order number the one that the confirm page began. */
export interface PaymentFlows {
  begin(place: Place): PaymentFlow
  /** The flow of this order, begun now if nobody has. */
  of(orderNo: OrderNo): PaymentFlow
}

export const createPaymentFlows = (ports: FlowPorts): PaymentFlows => {
  const known = new Map<OrderNo, PaymentFlow>()
  const remember = (orderNo: OrderNo, flow: PaymentFlow) => {
    known.delete(orderNo)
    known.set(orderNo, flow)
    const [oldest] = known.keys()
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  }
  return {
    begin: (place) => {
      const flow = createPaymentFlow(ports, place)
      const stop = flow.subscribe(() => {
        const state = flow.state()
        if (state.step !== 'following') return
        remember(state.orderNo, flow)
        stop()
      })
      return flow
    },
    of: (orderNo) => {
      const flow = known.get(orderNo) ?? followPayment(ports, orderNo)
      remember(orderNo, flow)
      return flow
    },
  }
}

const mostKnown = 20
