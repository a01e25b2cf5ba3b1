import { type Book, findTrade, keyOf, type TradeRef } from './book.ts'
import { type Outcome, type Refund, refuse, type Trade } from './types.ts'

const pageSize = 10

export interface RefundQuery extends TradeRef {
  readonly refundId?: string | undefined
  readonly outRefundNo?: string | undefined
  readonly offset?: number | undefined
}

/** Refunds by refund id, else refund number, else transaction id, else order number; ten at a time. */
export const queryRefunds = (
  book: Book,
  query: RefundQuery,
): Outcome<{ readonly trade: Trade; readonly refunds: readonly Refund[]; readonly total: number }> => {
  const one = findOne(book, query)
  if (one !== undefined) return { ok: true, trade: one.trade, refunds: [one.refund], total: one.trade.refunds.length }
  if (query.refundId !== undefined || query.outRefundNo !== undefined) return refuse('REFUNDNOTEXIST', 'not exist')

  const trade = findTrade(book, query)
  if (trade === undefined || trade.refunds.length === 0) return refuse('REFUNDNOTEXIST', 'not exist')
  const offset = query.offset ?? 0
  if (offset >= trade.refunds.length) return refuse('PARAM_ERROR', 'offset超过退款总笔数')
  return { ok: true, trade, refunds: trade.refunds.slice(offset, offset + pageSize), total: trade.refunds.length }
}

const findOne = (book: Book, { mchid, refundId, outRefundNo }: RefundQuery) => {
  if (refundId !== undefined) {
    for (const entry of book.refunds.values())
      if (entry.refund.refundId === refundId && entry.trade.mchid === mchid) return entry
    return undefined
  }
  return outRefundNo === undefined ? undefined : book.refunds.get(keyOf(mchid, outRefundNo))
}
