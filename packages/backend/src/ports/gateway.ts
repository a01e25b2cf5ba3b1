import type {
  BillRow as BillRowOfCore,
  Fen,
  OpenId,
  OrderNo,
  OutRefundNo,
  OutTradeNo,
  PaymentAttempt,
  PaymentFacts,
  PaymentRequest,
  Rail,
} from '@pay/core'

/**
 * WeChat's side of the money, in our words. No method throws for what WeChat says or fails to say: `unknown` is an answer
 * of its own, and means that WeChat may or may not have acted.
 */
export interface Gateway {
  readonly rail: Rail
  /** Repeatable: identical parameters give the same payment. */
  prepay(prepay: Prepay): Promise<PrepayAnswer>
  /** `payer`: whose order it is, where that is known; virtual payment finds nothing without. */
  query(outTradeNo: OutTradeNo, payer?: OpenId): Promise<PaymentAnswer>
  /** WeChat takes it only when the attempt is 5 minutes old. Query before and after. */
  close(outTradeNo: OutTradeNo): Promise<CloseAnswer>
  /** Repeatable under the same outRefundNo. */
  refund(refund: RefundOrder): Promise<RefundAnswer>
  queryRefund(refund: RefundOrder): Promise<RefundStateAnswer>
  /** WeChat's own list of a day (Beijing), the last word on what was paid and refunded. Absent: the rail has none. */
  bill?(day: BillDay): Promise<BillAnswer>
  /** Only where a payment is signed in the user's name: takes a code of `wx.login`. The session stays on the server. */
  logIn?(user: OpenId, loginCode: string): Promise<LoginAnswer>
}

export type LoginAnswer =
  | { readonly kind: 'done' }
  /** Used, too old, or somebody else's. */
  | { readonly kind: 'refused'; readonly reason: string }
  | Unknown

export interface Prepay {
  readonly orderNo: OrderNo
  readonly payer: OpenId
  readonly attempt: PaymentAttempt
}

export type Unknown = { readonly kind: 'unknown'; readonly reason: string }

export type PrepayAnswer =
  | { readonly kind: 'ready'; readonly payment: PaymentRequest }
  /** WeChat said no: paid, closed, or a parameter it does not like. A query tells which. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It is signed in the user's name, and no session of theirs is known. */
  | { readonly kind: 'loginNeeded' }
  /** The number opens a cashier once, and was opened: it may still be paid there, and nowhere else. */
  | { readonly kind: 'usedUp' }
  | Unknown

export type PaymentAnswer =
  | { readonly kind: 'paid'; readonly payer: OpenId; readonly payment: PaymentFacts }
  /** Can be paid, or is being paid at this moment. */
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' }
  /** WeChat has never heard of the number. A prepay on its way may still change that. */
  | { readonly kind: 'none' }
  /** It is paid, but not to us or not in yuan. For a person. */
  | { readonly kind: 'mismatch'; readonly field: 'merchant' | 'currency' | 'number'; readonly saw: string }
  | Unknown

export type CloseAnswer = { readonly kind: 'closed' } | { readonly kind: 'refused'; readonly reason: string } | Unknown

export interface RefundOrder {
  readonly outRefundNo: OutRefundNo
  readonly outTradeNo: OutTradeNo
  /** Of the whole payment. */
  readonly totalFen: Fen
  readonly amountFen: Fen
  /** What the payer reads, 80 characters at most. */
  readonly reason: string
  readonly payer: OpenId
}

export type RefundAnswer =
  /** WeChat took it; whether the money is back says a notice, a query or the bill. */
  | { readonly kind: 'accepted'; readonly refundId?: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | Unknown

export type RefundStateAnswer =
  | { readonly kind: 'accepted' | 'settled' | 'abnormal' | 'closed'; readonly refundId?: string }
  | { readonly kind: 'none' }
  /** cloudPay's query is known to answer with empty lists: that says nothing. */
  | Unknown

/** `yyyyMMdd`, a day in Beijing. */
export type BillDay = string

export type BillAnswer =
  | { readonly kind: 'bill'; readonly rows: readonly BillRow[] }
  /** No trade that day, or not made yet (WeChat's answer is the same): ask again later. */
  | { readonly kind: 'none' }
  | Unknown

export interface BillRow extends BillRowOfCore {
  /** Made by this very deployment; a merchant may have other shops, and other environments. */
  readonly ours: boolean
}
