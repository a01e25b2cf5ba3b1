import type { OpenId, OutRefundNo, OutTradeNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'

/** One row of WeChat's daily bill, in our words. */
export interface BillRow {
  readonly kind: 'payment' | 'refund'
  readonly outTradeNo: OutTradeNo
  readonly transactionId: string
  readonly payer: OpenId
  readonly atMs: number
  /** What the row moves: the payment before WeChat's coupons, or this refund. */
  readonly amountFen: Fen
  readonly outRefundNo?: OutRefundNo
  readonly refundId?: string
  readonly refundState?: 'accepted' | 'settled' | 'abnormal' | 'closed'
}
