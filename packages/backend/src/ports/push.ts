import type { Fen, OpenId, OutTradeNo } from '@pay/core'

/** A message that WeChat pushed about virtual payment, once its sender and form are checked. A hint, like every notice. */
export type Push =
  | {
      readonly kind: 'payment'
      readonly outTradeNo: OutTradeNo
      readonly payer: OpenId
      readonly transactionId: string
      readonly totalFen: Fen
    }
  /** Money of this payment went back, or failed to. */
  | { readonly kind: 'refund'; readonly outTradeNo: OutTradeNo; readonly payer: OpenId }
  /** Apple asks whether it should give the money back. */
  | { readonly kind: 'appleAsks' }
  /** A complaint, or a measure of risk control. */
  | {
      readonly kind: 'forPerson'
      readonly event: string
      readonly digest: string
      readonly facts: Readonly<Record<string, string | number>>
    }
  | { readonly kind: 'forged' }
  | { readonly kind: 'strange'; readonly field: string; readonly digest: string }
