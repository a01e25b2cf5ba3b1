import type { OpenId, OutTradeNo } from '@pay/core'
import type { PaymentAnswer } from '../../ports/gateway.ts'
import type { VirtualPaymentParts } from './config.ts'
import type { XpayCall } from './xpay-call.ts'
import { queryXpayOrder, type XpayOrder } from './xpay-order.ts'

/**
 * There is no call that closes an order of virtual payment. The cashier behind it is WeChat Pay's, whose prepay lives two
 * hours: an order older than that and still unpaid counts as closed. Money that comes all the same is booked all the same.
 */
export const unpaidCountsAsClosedAfterMs = 2 * 3_600_000 + 5 * 60_000

/** Asked with the payer's openid, because WeChat finds no order without it: who is not the payer is told nothing. */
export const queryPayment = async (
  call: XpayCall,
  parts: Pick<VirtualPaymentParts, 'config' | 'clock'>,
  outTradeNo: OutTradeNo,
  payer: OpenId | undefined,
): Promise<PaymentAnswer> => {
  if (payer === undefined) return { kind: 'unknown', reason: 'virtual payment answers only about a known payer' }
  const answer = await queryXpayOrder(call, outTradeNo, payer)
  if (answer.kind !== 'order') return answer
  const { order } = answer
  if (order.orderId !== outTradeNo) return { kind: 'mismatch', field: 'number', saw: order.orderId }
  if (order.env !== undefined && order.env !== parts.config.env)
    return { kind: 'mismatch', field: 'merchant', saw: `env ${order.env}` }
  if (order.refund) return { kind: 'mismatch', field: 'number', saw: 'a refund' }
  return stateOf(order, payer, parts.clock.nowMs())
}

const stateOf = (order: XpayOrder, payer: OpenId, nowMs: number): PaymentAnswer => {
  if (order.status === 6) return { kind: 'closed' }
  if (order.status === 0 || order.status === 1)
    return { kind: nowMs - order.createdAtMs > unpaidCountsAsClosedAfterMs ? 'closed' : 'open' }
  if (!paidStates.has(order.status)) return { kind: 'unknown', reason: `status ${order.status}` }
  const { transactionId, paidAtMs, feeFen } = order
  if (transactionId === undefined || paidAtMs === undefined)
    return { kind: 'unknown', reason: 'paid, but the answer lacks transaction or time' }
  return { kind: 'paid', payer, payment: { transactionId, totalFen: feeFen, paidAtMs } }
}

/** Paid, being delivered, delivered; and what a refund makes of it: the payment is what it was. */
const paidStates: ReadonlySet<number> = new Set([2, 3, 4, 5, 7, 8, 9, 10])
