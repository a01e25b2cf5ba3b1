import { type Book, findTrade, type TradeRef } from './book.ts'
import { tradeState } from './trade-state.ts'
import { type Outcome, refuse, type Trade, type TradeState } from './types.ts'

export interface QueryOptions {
  /** For simulators: answer as things stood then, like a replica that lags. */
  readonly asOfMs?: number
}

export const queryTrade = (
  book: Book,
  ref: TradeRef,
  nowMs: number,
  { asOfMs = nowMs }: QueryOptions = {},
): Outcome<{ readonly trade: Trade; readonly state: TradeState }> => {
  const trade = findTrade(book, ref)
  if (trade === undefined || trade.createdAtMs > asOfMs) return refuse('ORDERNOTEXIST', '订单不存在')
  return { ok: true, trade, state: tradeState(trade, asOfMs) }
}
