import { type Book, findTrade } from './book.ts'
import { tradeState } from './trade-state.ts'
import { type Outcome, refuse, type Trade } from './types.ts'

/** The closeOrder page: not within five minutes of the order. */
export const closeWaitMs = 5 * 60_000

export interface CloseOptions {
  /** For simulators: answer that it is closed, and take the user's money all the same. */
  readonly stillPayable?: boolean
}

export const closeTrade = (
  book: Book,
  ref: { readonly mchid: string; readonly outTradeNo: string },
  nowMs: number,
  { stillPayable = false }: CloseOptions = {},
): Outcome<{ readonly trade: Trade }> => {
  const trade = findTrade(book, ref)
  if (trade === undefined) return refuse('ORDERNOTEXIST', '订单不存在')
  const state = tradeState(trade, nowMs)
  if (state === 'SUCCESS' || state === 'REFUND') return refuse('ORDERPAID', '订单已支付')
  if (state === 'CLOSED') return refuse('ORDERCLOSED', '订单已关闭')
  if (nowMs - trade.createdAtMs < closeWaitMs)
    return refuse('SYSTEMERROR', '订单生成后不能马上关单，请在下单5分钟后重试')
  trade.closedAtMs = nowMs
  if (stillPayable) trade.leaky = true
  return { ok: true, trade }
}
