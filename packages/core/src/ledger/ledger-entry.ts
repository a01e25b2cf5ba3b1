import type { OrderNo } from '../identity/ids.ts'

/**
 * One line of the books: money that moved from some accounts to others. Derived from the documents, written once under
 * its id, never changed: a mistake is set right by another entry.
 */
export interface LedgerEntry {
  /** Made of the numbers it speaks of, so that deriving it again finds it written. */
  readonly id: string
  /** The order it belongs to; absent for what spans orders, such as a payout. */
  readonly orderNo?: OrderNo
  readonly atMs: number
  /** Add up to zero. */
  readonly postings: readonly Posting[]
}

export interface Posting {
  readonly account: Account
  /** Above zero: the account has, or is owed, more. Below: it gave, or owes, more. In fen, never 0. */
  readonly fen: number
}

export type Account =
  /** Our money at WeChat. */
  | 'wechat'
  /** Paid out past WeChat, by hand. */
  | 'bank'
  /** What a trade has brought in, by vertical; below zero, as income is. */
  | `sales:${string}`
  /** What is to go back to somebody who paid, by openid. */
  | `owed:${string}`
  /** What a runner has earned and not withdrawn, by openid. */
  | `runner:${string}`

/** An entry that moves an amount from one account to another; throws where there is nothing to move. */
export const moveMoney = (id: string, { from, to, amount, atMs, orderNo }: Movement): LedgerEntry => {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new RangeError(`${id}: moves ${amount} fen`)
  return {
    id,
    ...(orderNo === undefined ? {} : { orderNo }),
    atMs,
    postings: [
      { account: to, fen: amount },
      { account: from, fen: -amount },
    ],
  }
}

export interface Movement {
  readonly from: Account
  readonly to: Account
  /** In fen, 1 or more. */
  readonly amount: number
  readonly atMs: number
  readonly orderNo?: OrderNo
}
