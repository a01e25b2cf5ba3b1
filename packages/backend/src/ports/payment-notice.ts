import type { Fen, OpenId, OutRefundNo, OutTradeNo, Rail } from '@pay/core'

/** What a notice of WeChat claims, once its sender and form are checked. A hint: it is believed only when WeChat says so too. */
export type Notice = PaymentNotice | RefundNotice

export interface PaymentNotice {
  readonly kind: 'payment'
  readonly rail: Rail
  readonly outTradeNo: OutTradeNo
  readonly transactionId: string
  readonly payer: OpenId
  readonly totalFen: Fen
}

export interface RefundNotice {
  readonly kind: 'refund'
  readonly rail: Rail
  readonly outTradeNo: OutTradeNo
  readonly outRefundNo: OutRefundNo
  readonly refundId: string
  readonly totalFen: Fen
  readonly amountFen: Fen
  readonly state: 'settled' | 'abnormal' | 'closed'
}

export type NoticeAnswer =
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** Not sent by WeChat. Its sender learns nothing. */
  | { readonly kind: 'forged' }
  /** Sent by WeChat, but not about this merchant or not of a known form. For a person. */
  | { readonly kind: 'strange'; readonly field: string; readonly digest: string }
