import type { OutRefundNo, OutTradeNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { RefundState } from './transitions.ts'

/** https://pay.weixin.qq.com/doc/v3/merchant/4012791862: at most 50 partial refunds of one payment. */
export const maxRefundsPerPayment = 50

/** WeChat takes refunds for one year after the payment. */
export const refundableForMs = 365 * 24 * 3_600_000

/** One refund of one payment. `outRefundNo` never changes: a retry under a new number would pay twice. */
export interface Refund {
  readonly outRefundNo: OutRefundNo
  readonly outTradeNo: OutTradeNo
  readonly amountFen: Fen
  readonly reason: RefundReason
  readonly state: RefundState
  readonly requestedAtMs: number
  /** WeChat's own number, once it accepted. */
  readonly refundId?: string
  readonly settledAtMs?: number
  /** When WeChat was seen to have closed it. */
  readonly closedAtMs?: number
}

export type RefundReason =
  /** Paid after the order was cancelled or closed. */
  | 'latePayment'
  /** A second payment of an order that was already paid. */
  | 'doublePayment'
  /** Money at WeChat that no order here explains. */
  | 'orphanPayment'
  /** The buyer asked and the rules or the owner agreed. */
  | 'buyerRequest'
  /** The shop gives money back: goods missing, a dispute settled, a price difference. */
  | 'merchantDecision'
  /** Nobody took the task in time. */
  | 'notTaken'
