import {
  type Difference,
  type LedgerEntry,
  type Order,
  orderEntries,
  orderNoOf,
  paymentEntryId,
  type Rail,
  reconcile,
  settledEntryId,
} from '@pay/core'
import { beijingDay, dayStartMs, nextDay } from '../../beijing-time.ts'
import type { Deps } from '../../deps.ts'
import type { BillRow } from '../../ports/gateway.ts'
import { orphanRefundNo } from '../order/orphan-refund-no.ts'

/** A day's books against its bill. */
export interface DayToReconcile {
  readonly rail: Rail
  readonly day: string
  readonly rows: readonly BillRow[]
}

/** What moved so shortly before midnight may stand on either day's bill; it is looked for once both are there. */
const edgeMs = 10 * 60_000

/** Lists every difference once, for a person. What the bill could tell the orders has been told before. */
export const reconcileDay = async (deps: Deps, { rail, day, rows }: DayToReconcile): Promise<readonly Difference[]> => {
  const fromMs = dayStartMs(day) - edgeMs
  const before = beijingDay(fromMs)
  const booked = [...(await booksOf(deps, before)), ...(await booksOf(deps, day))].filter(({ atMs }) => atMs >= fromMs)
  const ours = rows.filter((row) => row.ours)
  const edge = booked.some(({ id, atMs }) => atMs < dayStartMs(day) && !ours.some((row) => entryIdOf(row) === id))
  if (edge) ours.push(...(await rowsOf(deps, rail, before)))

  const entries = new Map<string, LedgerEntry>()
  for (const entry of await deps.ledger.getMany(ours.map(entryIdOf))) entries.set(entry.id, entry)
  for (const entry of booked) if (await isOf(deps, rail, entry)) entries.set(entry.id, entry)
  for (const row of ours) {
    const entry = entries.has(entryIdOf(row)) ? undefined : await entryToCome(deps, row)
    if (entry !== undefined) entries.set(entry.id, entry)
  }
  const { differences } = reconcile(ours, [...entries.values()], { fromMs, untilMs: dayStartMs(nextDay(day)) })
  const real: Difference[] = []
  for (const one of differences)
    if (one.todo !== 'waitForNextBill' && !(await isOrphan(deps, one))) {
      await list(deps, day, one)
      real.push(one)
    }
  return real
}

const entryIdOf = (row: BillRow): string =>
  row.kind === 'payment' ? paymentEntryId(row.outTradeNo) : settledEntryId(row.outRefundNo ?? '')

/**
 * What the order knows already and the books will have with a later day: a refund that the bill itself told us of arrived,
 * for our books, today. Only that one entry, the order's others are compared on their own days.
 */
const entryToCome = async (deps: Deps, row: BillRow): Promise<LedgerEntry | undefined> => {
  const order = await orderOf(deps, row)
  return order === undefined ? undefined : orderEntries(order).find(({ id }) => id === entryIdOf(row))
}

const orderOf = async (deps: Deps, { outTradeNo }: Pick<BillRow, 'outTradeNo'>): Promise<Order | undefined> => {
  const orderNo = orderNoOf(outTradeNo)
  return orderNo === undefined ? undefined : await deps.orders.get(orderNo)
}

const rowsOf = async (deps: Deps, rail: Rail, day: string): Promise<readonly BillRow[]> => {
  const bill = await deps.gateways[rail]?.bill?.(day)
  return bill?.kind === 'bill' ? bill.rows.filter((row) => row.ours) : []
}

const booksOf = async (deps: Deps, day: string): Promise<readonly LedgerEntry[]> => {
  const entries: LedgerEntry[] = []
  let cursor: string | undefined
  do {
    const page = await deps.ledger.ofDay(day, { limit: 100, ...(cursor ? { cursor } : {}) })
    entries.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return entries
}

/** Each rail has a bill of its own; an entry of another rail is not missing on this one. */
const isOf = async (deps: Deps, rail: Rail, { id, orderNo }: LedgerEntry): Promise<boolean> => {
  if (Object.keys(deps.gateways).length === 1 || orderNo === undefined) return true
  const order = await deps.orders.get(orderNo)
  return order?.attempts.some((attempt) => attempt.rail === rail && id.includes(attempt.outTradeNo)) ?? true
}

/** Money without an order, and its way back, have an incident of their own. */
const isOrphan = async (deps: Deps, { row }: Difference): Promise<boolean> => {
  if (row === undefined) return false
  if (row.kind === 'refund') return row.outRefundNo === orphanRefundNo(row.outTradeNo)
  const order = await orderOf(deps, row)
  return order === undefined || !order.attempts.some(({ outTradeNo }) => outTradeNo === row.outTradeNo)
}

const list = async (deps: Deps, day: string, { id, kind, row, entry, todo }: Difference) =>
  deps.incidents.record({
    key: `bill-${id.replace(/[^0-9A-Za-z_\-|*.:?]/g, '_')}`,
    kind: 'billDifference',
    atMs: deps.clock.nowMs(),
    facts: {
      day,
      difference: kind,
      todo,
      ...(await numbersOf(deps, row, entry)),
      ...(row === undefined ? {} : { billFen: row.amountFen }),
      ...(entry === undefined ? {} : { entry: entry.id, oursFen: atWeChatFen(entry) }),
      ...(entry?.orderNo === undefined ? {} : { orderNo: entry.orderNo }),
    },
  })

/** By which a person finds it at WeChat. Only payments are looked for that the bill does not have: see `reconcile`. */
const numbersOf = async (deps: Deps, row: Difference['row'], entry: Difference['entry']) => {
  if (row?.outRefundNo !== undefined) return { outTradeNo: row.outTradeNo, outRefundNo: row.outRefundNo }
  if (row !== undefined) return { outTradeNo: row.outTradeNo }
  const order = entry?.orderNo === undefined ? undefined : await deps.orders.get(entry.orderNo)
  const paid = order?.attempts.find(({ outTradeNo }) => paymentEntryId(outTradeNo) === entry?.id)
  return paid === undefined ? {} : { outTradeNo: paid.outTradeNo }
}

const atWeChatFen = ({ postings }: LedgerEntry): number =>
  postings.reduce((sum, { account, fen }) => (account === 'wechat' ? sum + fen : sum), 0)
