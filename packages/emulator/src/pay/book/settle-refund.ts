import { type Book, keyOf } from './book.ts'
import { type Outcome, type Refund, type RefundState, refuse, type Trade } from './types.ts'

/**
 * What became of an accepted refund: paid back, closed, or stuck (`CHANGE`: the card is gone; a person must settle it,
 * after which it may still succeed or close). A refund that ended stays as it ended.
 */
export const settleRefund = (
  book: Book,
  ref: { readonly mchid: string; readonly outRefundNo: string },
  state: Exclude<RefundState, 'PROCESSING'>,
  nowMs: number,
): Outcome<{ readonly trade: Trade; readonly refund: Refund; readonly changed: boolean }> => {
  const entry = book.refunds.get(keyOf(ref.mchid, ref.outRefundNo))
  if (entry === undefined) return refuse('REFUNDNOTEXIST', '退款订单查询失败')
  const { trade, refund } = entry
  if (refund.state === 'SUCCESS' || refund.state === 'REFUNDCLOSE' || refund.state === state)
    return { ok: true, trade, refund, changed: false }
  refund.state = state
  refund.settledAtMs = nowMs
  const merchant = book.merchants.get(ref.mchid)
  if (state === 'REFUNDCLOSE' && merchant?.balanceFen !== undefined)
    book.merchants.set(merchant.mchid, { ...merchant, balanceFen: merchant.balanceFen + refund.refundFee })
  return { ok: true, trade, refund, changed: true }
}
