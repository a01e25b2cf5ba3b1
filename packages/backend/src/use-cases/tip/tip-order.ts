import type { Order, PaymentAttempt, TipDetail } from '@pay/core'

/** The tip in an order; a bug when it is none. */
export const tipOf = (order: Order): TipDetail => {
  if (order.detail.vertical !== 'tip') throw new Error(`${order.orderNo} is not a tip`)
  return order.detail
}

/** The attempt whose money made it a tip. */
export const paidAttemptOf = (order: Order): PaymentAttempt | undefined =>
  order.attempts.find(({ outTradeNo }) => outTradeNo === order.paidBy)
