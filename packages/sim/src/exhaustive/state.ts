import type { Hint, StoredHolds } from '@pay/backend'
import type { Order, OrderNo, Runner, RunnerNo } from '@pay/core'
import { type Book, createBook, type Trade } from '@pay/emulator/book'

/** All that outlives a process: the documents, WeChat's book, the time. Never changed; every change makes a new one. */
export interface State {
  readonly nowMs: number
  readonly orders: ReadonlyMap<OrderNo, Order>
  readonly stock: ReadonlyMap<string, StoredHolds>
  readonly runners: ReadonlyMap<RunnerNo, Runner>
  readonly hints: ReadonlyMap<string, Hint>
  readonly incidents: ReadonlyMap<string, unknown>
  readonly book: Book
}

/** A copy of the book that can be changed. Refunds and payments are replaced or changed in place by the book, so they are copied too. */
export const copyBook = (book: Book): Book => {
  const copy = createBook()
  copy.serial = book.serial
  for (const [key, trade] of book.trades) {
    const own: Trade = { ...trade, refunds: trade.refunds.map((refund) => ({ ...refund })) }
    copy.trades.set(key, own)
    if (own.payment !== undefined) copy.byTransactionId.set(own.payment.transactionId, own)
    for (const refund of own.refunds) copy.refunds.set(`${own.mchid}/${refund.outRefundNo}`, { trade: own, refund })
  }
  for (const [prepayId, trade] of book.byPrepayId)
    copy.byPrepayId.set(prepayId, copy.trades.get(`${trade.mchid}/${trade.outTradeNo}`) as Trade)
  return copy
}

/** Gives every different value a number; the same value, however it came about, gets the same. */
export class Names {
  readonly #byText = new Map<string, number>()
  readonly #byObject = new WeakMap<object, number>()

  of(text: string): number {
    let name = this.#byText.get(text)
    if (name === undefined) {
      name = this.#byText.size
      this.#byText.set(text, name)
    }
    return name
  }

  ofValue(value: unknown): number {
    if (typeof value !== 'object' || value === null) return this.of(`${typeof value} ${String(value)}`)
    let name = this.#byObject.get(value)
    if (name === undefined) {
      name = this.of(JSON.stringify(value, mapsAsLists) ?? '')
      this.#byObject.set(value, name)
    }
    return name
  }

  get size(): number {
    return this.#byText.size
  }
}

const mapsAsLists = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value)

/** The name of a whole state: of its parts, in an order that does not depend on how they came. */
export const nameOf = (names: Names, state: State): number => {
  const { nowMs, orders, stock, runners, hints, incidents, book } = state
  const part = (entries: ReadonlyMap<string, unknown>) =>
    [...entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, value]) => names.ofValue(value))
      .join('.')
  return names.of(
    `${nowMs}|${part(orders)}|${part(stock)}|${part(runners)}|${part(hints)}|${part(incidents)}|${bookName(names, book)}`,
  )
}

const bookNames = new WeakMap<Book, number>()

const bookName = (names: Names, book: Book): number => {
  let name = bookNames.get(book)
  if (name === undefined) {
    const trades = [...book.trades.values()].map(
      ({ outTradeNo, openid, totalFee, createdAtMs, prepayId, closedAtMs, payment, refunds, leaky }) =>
        JSON.stringify([outTradeNo, openid, totalFee, createdAtMs, prepayId, closedAtMs, payment, refunds, leaky]),
    )
    name = names.of(`book ${trades.sort().join()}`)
    bookNames.set(book, name)
  }
  return name
}
