import type { OutTradeNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { PaymentState } from './transitions.ts'

/** How the money comes: which WeChat product serves the payment. The other rails come behind the same port. */
export type Rail = 'cloudPay' | 'virtualPayment'

/** One outTradeNo at WeChat. Paying again reuses it with identical parameters; a fresh number per tap charges people twice. */
export interface PaymentAttempt {
  readonly outTradeNo: OutTradeNo
  readonly rail: Rail
  readonly amountFen: Fen
  readonly state: PaymentState
  /** Frozen when the attempt is made, because WeChat takes a repeated prepay only with identical parameters. */
  readonly prepay: PrepayParameters
  readonly createdAtMs: number
  /** Present once paid. */
  readonly paid?: PaymentFacts
}

export interface PrepayParameters {
  /** What the payer reads at the cashier, 127 bytes of UTF-8 at most, never cut inside a character. */
  readonly body: string
  readonly clientIp: string
  readonly nonce: string
  /** The last moment WeChat takes the money; without it an order stays payable for 7 days. */
  readonly expiresAtMs: number
}

/** What WeChat says of a payment, in our words. Believed only from a query or the bill. */
export interface PaymentFacts {
  readonly transactionId: string
  /** What the order cost, before WeChat's own coupons: compare this, never what the payer's card was charged. */
  readonly totalFen: Fen
  readonly paidAtMs: number
}
