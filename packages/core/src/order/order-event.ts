import type { OpenId, OutRefundNo, OutTradeNo } from '../identity/ids.ts'
import type { PaymentFacts } from '../payment/payment-attempt.ts'
import type { RefundMove } from '../refund/transitions.ts'
import type { HistoryLine, RefundDecision } from '../vertical.ts'
import type { VerticalEvent } from '../verticals.ts'

/** Everything that can happen to an order. Every event may come twice, late, or never: deciding it again changes nothing. */
export type OrderEvent = CoreEvent | VerticalEvent

export type CoreEvent =
  /** WeChat itself says, by query or bill, that this attempt is paid. Never made from a notice alone. */
  | {
      readonly kind: 'paymentSeen'
      readonly outTradeNo: OutTradeNo
      readonly payer: OpenId
      readonly payment: PaymentFacts
    }
  /** WeChat itself says that this attempt is closed, or that it never existed and is too old to come into being. */
  | { readonly kind: 'paymentClosed'; readonly outTradeNo: OutTradeNo }
  /** The buyer wants to pay. Makes a new attempt only when the last one is confirmed closed. */
  | { readonly kind: 'payAgain'; readonly clientIp: string; readonly nonce: string }
  /** The buyer cancels before paying. */
  | { readonly kind: 'cancel' }
  /** What was to be held for the order is gone. */
  | { readonly kind: 'unavailable' }
  /** The clock: deadlines of the order and of its vertical. */
  | { readonly kind: 'timePassed' }
  /** Money goes back; refused when it is more than what is left of the payment. */
  | ({ readonly kind: 'refund'; readonly by: HistoryLine['by'] } & RefundDecision)
  /** What WeChat says of a refund: accepted by the call, settled, abnormal or closed by notice, query or bill. */
  | {
      readonly kind: 'refundSeen'
      readonly outRefundNo: OutRefundNo
      readonly move: RefundMove
      readonly refundId?: string
    }
  /** These effects are done; unknown keys are done already. */
  | { readonly kind: 'effectsDone'; readonly keys: readonly string[] }
  /** This one could not be done now. `notBeforeMs` overrides the growing pause, where the other side named a time. */
  | { readonly kind: 'effectFailed'; readonly key: string; readonly reason: string; readonly notBeforeMs?: number }
