import type { Fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import type { RefundDecision } from '../vertical.ts'
import { maxRefundsPerPayment, refundableForMs } from './refund.ts'
import { refundableFen } from './refundable.ts'

export type RefundTrouble =
  | { readonly code: 'REFUND_TOO_MUCH'; readonly refundableFen: Fen }
  | { readonly code: 'REFUND_TOO_LATE'; readonly refundableUntilMs: number }
  | { readonly code: 'REFUND_TOO_MANY'; readonly most: number }

/** Why the payment that made the order paid cannot give so much back now; `undefined`: it can. Asked before a vertical decides a refund. */
export const refundTrouble = (order: Order, amountFen: Fen, nowMs: number): RefundTrouble | undefined => {
  const left = refundableFen(order, order.paidBy)
  if (amountFen > left) return { code: 'REFUND_TOO_MUCH', refundableFen: left }
  const paidAtMs = order.attempts.find(({ outTradeNo }) => outTradeNo === order.paidBy)?.paid?.paidAtMs ?? nowMs
  const until = paidAtMs + refundableForMs
  if (nowMs > until) return { code: 'REFUND_TOO_LATE', refundableUntilMs: until }
  if (order.refunds.filter(({ outTradeNo }) => outTradeNo === order.paidBy).length >= maxRefundsPerPayment)
    return { code: 'REFUND_TOO_MANY', most: maxRefundsPerPayment }
  return undefined
}

/** The refund, or none where nothing is to be given back or the payment cannot: what the clock decides must never throw. */
export const refundIfPossible = (order: Order, refund: RefundDecision, nowMs: number): readonly RefundDecision[] =>
  refund.amountFen < 1 || refundTrouble(order, refund.amountFen, nowMs) !== undefined ? [] : [refund]
