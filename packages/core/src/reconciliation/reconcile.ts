import type { LedgerEntry } from '../ledger/ledger-entry.ts'
import { paymentEntryId, settledEntryId } from '../ledger/order-entries.ts'
import { orderNoOf } from '../payment/out-trade-no.ts'
import type { BillRow } from './bill-row.ts'

/** What a day's bill and our books have to say to each other. */
export interface Reconciliation {
  readonly matched: number
  /** In the order of the bill, then of the books. */
  readonly differences: readonly Difference[]
}

export interface Difference {
  /** The same difference on another run has the same id: it is listed once. */
  readonly id: string
  readonly kind: 'missingHere' | 'missingThere' | 'amountDiffers'
  /** The bill's row; absent when it is missing there. */
  readonly row?: BillRow
  /** Our entry; absent when it is missing here. */
  readonly entry?: LedgerEntry
  readonly todo: WhatToDo
}

export type WhatToDo =
  /** The bill has the last word: give the order `paymentSeen`, it knows whether that is a sale or goes back. */
  | 'tellOrderPaid'
  /** Money that no order of ours explains: it goes back. */
  | 'refundOrphan'
  /** Give the order `refundSeen`. */
  | 'tellOrderRefunded'
  /** We counted on it and the day's bill does not have it. At the edge of the day the next bill may. */
  | 'waitForNextBill'
  /** It was to be there and is not: ask WeChat for this number, then a person. */
  | 'askWeChat'
  /** Nothing that a program should decide. */
  | 'askPerson'

/**
 * Compares the bill of one day (`fromMs` up to, not including, `untilMs`) with the books: payments, and refunds that have
 * arrived. Both may be of a wider time than the day: what lies outside it is compared and never missed. Give the rows of
 * the days on either side as well, and what was booked around midnight, or learnt of a day late, finds its match.
 */
export const reconcile = (
  bill: readonly BillRow[],
  entries: readonly LedgerEntry[],
  day: { readonly fromMs: number; readonly untilMs: number },
): Reconciliation => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const compared = bill.filter(counts).map((row) => compareRow(row, byId.get(entryIdOf(row))))
  const onBill = new Set(bill.map(entryIdOf))
  const missing = entries.filter((entry) => atWeChat(entry) && inDay(entry, day) && !onBill.has(entry.id))
  return {
    matched: compared.filter((one) => one === undefined).length,
    differences: [...compared.filter((one) => one !== undefined), ...missing.map((entry) => missingThere(entry, day))],
  }
}

/** A refund that WeChat has not carried out (yet) moves nothing. */
const counts = ({ kind, refundState }: BillRow): boolean =>
  kind === 'payment' || refundState === undefined || refundState === 'settled'

const entryIdOf = (row: BillRow): string =>
  row.kind === 'payment' ? paymentEntryId(row.outTradeNo) : settledEntryId(row.outRefundNo ?? `${row.refundId ?? ''}?`)

/** `undefined`: it matches. */
const compareRow = (row: BillRow, entry: LedgerEntry | undefined): Difference | undefined => {
  if (entry === undefined)
    return { id: `missingHere:${entryIdOf(row)}`, kind: 'missingHere', row, todo: todoForMissing(row) }
  if (Math.abs(atWeChatFen(entry)) === row.amountFen) return undefined
  return { id: `amountDiffers:${entry.id}`, kind: 'amountDiffers', row, entry, todo: 'askPerson' }
}

const todoForMissing = (row: BillRow): WhatToDo => {
  const ours = orderNoOf(row.outTradeNo) !== undefined
  if (row.kind === 'payment') return ours ? 'tellOrderPaid' : 'refundOrphan'
  // A refund made by hand at the merchant platform has a number that we never gave.
  return ours && row.outRefundNo?.startsWith(`${row.outTradeNo}-`) === true ? 'tellOrderRefunded' : 'askPerson'
}

const missingThere = (entry: LedgerEntry, day: { readonly untilMs: number }): Difference => ({
  id: `missingThere:${entry.id}`,
  kind: 'missingThere',
  entry,
  todo: day.untilMs - entry.atMs <= edgeMs || isRefund(entry) ? 'waitForNextBill' : 'askWeChat',
})

/** Clocks differ, and WeChat books a moment after midnight what was paid a moment before. */
const edgeMs = 10 * 60_000

/** We learn of a refund's arrival after it happened, a day later perhaps. */
const isRefund = ({ id }: LedgerEntry): boolean => id.startsWith('refund:')

const inDay = ({ atMs }: LedgerEntry, { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number }) =>
  atMs >= fromMs && atMs < untilMs

/** Only these move money at WeChat that its trade bill lists. */
const atWeChat = ({ id }: LedgerEntry): boolean => id.startsWith('pay:') || id.endsWith(':settled')

const atWeChatFen = ({ postings }: LedgerEntry): number =>
  postings.reduce((sum, { account, fen }) => (account === 'wechat' ? sum + fen : sum), 0)
