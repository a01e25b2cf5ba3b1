import type { OpenId, OrderNo, RequestId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import { outTradeNoOf } from '../payment/out-trade-no.ts'
import type { PaymentAttempt } from '../payment/payment-attempt.ts'
import type { Detail } from '../verticals.ts'
import { verticals } from '../verticals.ts'
import type { Order } from './order.ts'

/** How long an order can be paid: long enough for a person, short enough to hold stock for. */
export const payableForMs = 30 * 60_000

export interface OrderToPlace {
  readonly orderNo: OrderNo
  readonly buyer: OpenId
  readonly requestId: RequestId
  readonly requestDigest: string
  readonly detail: Detail
  /** 1 fen or more: WeChat takes no payment of nothing. */
  readonly totalFen: Fen
  /** What the payer reads at the cashier, 127 bytes at most. */
  readonly body: string
  readonly clientIp: string
  /** 32 characters at most. */
  readonly nonce: string
}

/** A new order with its first payment attempt, ready to be inserted. */
export const placeOrder = (asked: OrderToPlace, nowMs: number): Order => {
  if (asked.totalFen < 1) throw new RangeError(`${asked.orderNo}: an order of ${asked.totalFen} fen cannot be paid`)
  const payUntilMs = nowMs + payableForMs
  const attempt: PaymentAttempt = {
    outTradeNo: outTradeNoOf(asked.orderNo, 1),
    rail: verticals[asked.detail.vertical].rail,
    amountFen: asked.totalFen,
    state: 'open',
    prepay: { body: asked.body, clientIp: asked.clientIp, nonce: asked.nonce, expiresAtMs: payUntilMs },
    createdAtMs: nowMs,
  }
  return {
    orderNo: asked.orderNo,
    version: 1,
    buyer: asked.buyer,
    requestId: asked.requestId,
    requestDigest: asked.requestDigest,
    state: 'unpaid',
    totalFen: asked.totalFen,
    detail: asked.detail,
    attempts: [attempt],
    refunds: [],
    history: [{ atMs: nowMs, by: 'buyer', what: 'order.placed', facts: { amountFen: asked.totalFen } }],
    outbox: [],
    createdAtMs: nowMs,
    payUntilMs,
    dueAtMs: payUntilMs,
  }
}
