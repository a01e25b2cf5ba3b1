import type { Receiver } from './sharing/types.ts'
import type { Merchant, Refund, Trade } from './types.ts'

/**
 * WeChat's side of every payment: what merchants ordered, who paid, what went back. Plain data; the functions beside it
 * are the only ones that change it. It has no clock, no randomness and no I/O, so a simulator can run millions of them.
 */
export interface Book {
  readonly trades: Map<string, Trade>
  readonly byTransactionId: Map<string, Trade>
  readonly byPrepayId: Map<string, Trade>
  readonly refunds: Map<string, RefundEntry>
  readonly merchants: Map<string, Merchant>
  /** Whom a merchant may share with, by merchant and then by `receiverKey`. */
  readonly receivers: Map<string, Map<string, Receiver>>
  /** Refuse merchants that were never described. */
  strictMerchants: boolean
  /** Users whose account is gone: money cannot go back to them. */
  readonly closedAccounts: Set<string>
  /** Numbers the ids that the book hands out. */
  serial: number
}

export interface RefundEntry {
  readonly trade: Trade
  readonly refund: Refund
}

export const createBook = (): Book => ({
  trades: new Map(),
  byTransactionId: new Map(),
  byPrepayId: new Map(),
  refunds: new Map(),
  merchants: new Map(),
  receivers: new Map(),
  strictMerchants: false,
  closedAccounts: new Set(),
  serial: 0,
})

/** The key of a trade or a refund: numbers are unique per merchant. */
export const keyOf = (mchid: string, number: string): string => `${mchid}/${number}`

/** Puts a trade that was kept elsewhere back into the book, in place of what it has under that number. */
export const restoreTrade = (book: Book, trade: Trade): void => {
  book.trades.set(keyOf(trade.mchid, trade.outTradeNo), trade)
  book.byPrepayId.set(trade.prepayId, trade)
  if (trade.payment !== undefined) book.byTransactionId.set(trade.payment.transactionId, trade)
  for (const refund of trade.refunds) book.refunds.set(keyOf(trade.mchid, refund.outRefundNo), { trade, refund })
}

export interface TradeRef {
  readonly mchid: string
  readonly outTradeNo?: string | undefined
  /** Wins over outTradeNo when both are given, as at WeChat. */
  readonly transactionId?: string | undefined
}

export const findTrade = (book: Book, { mchid, outTradeNo, transactionId }: TradeRef): Trade | undefined => {
  if (transactionId !== undefined && transactionId !== '') {
    const trade = book.byTransactionId.get(transactionId)
    return trade?.mchid === mchid ? trade : undefined
  }
  return outTradeNo === undefined ? undefined : book.trades.get(keyOf(mchid, outTradeNo))
}
