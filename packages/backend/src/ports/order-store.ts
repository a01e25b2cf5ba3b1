import { type OpenId, type Order, type OrderNo, type OrderState, orderEntries, type Page } from '@pay/core'
import { beijingDay } from '../beijing-time.ts'

/** Where orders live: one document each, changed by compare-and-set on `version` only. */
export interface OrderStore {
  /** `exists` when the number is taken, by whatever content. */
  insert(order: Order): Promise<'inserted' | 'exists'>
  get(orderNo: OrderNo): Promise<Order | undefined>
  /**
   * Puts the whole order in place of the stored one, if that one is at `order.version - 1`. `false`: somebody was faster.
   * Throws when the answer is lost; the order may be written then, so read it again and decide again.
   */
  replace(order: Order): Promise<boolean>
  find(query: OrderQuery, page: PageRequest): Promise<Page<Order>>
}

/** The questions that the collection has an index for. */
export type OrderQuery =
  /** Newest first. */
  | { readonly name: 'ofBuyer'; readonly buyer: OpenId; readonly state?: OrderState }
  /** Unpaid and closing, oldest first: WeChat may know more of their payments than we do. */
  | { readonly name: 'awaitingPayment' }
  /** `dueAtMs` has passed, longest overdue first: a deadline of the order, or an effect that waits in its outbox. */
  | { readonly name: 'due'; readonly untilMs: number }
  /** Of these the books have an entry on this day in Beijing. Oldest order first. */
  | { readonly name: 'movedOn'; readonly day: string }
  /** WeChat took a refund of it before this moment, and it has not come to its end. Oldest first. */
  | { readonly name: 'openRefund'; readonly beforeMs: number }
  /** All of them, newest first: for the owner. */
  | { readonly name: 'all'; readonly state?: OrderState }

  /** Those that stand in one of these lists (`orderKeys`), newest first; or oldest first. */
  | { readonly name: 'inLists'; readonly lists: readonly string[]; readonly oldestFirst?: boolean }
  /** Those that somebody works on, or worked on last (`orderKeys`), newest first. */
  | { readonly name: 'ofWorker'; readonly worker: string }

export interface PageRequest {
  /** As the last page gave it; absent: from the start. */
  readonly cursor?: string
  readonly limit: number
}

/** The days in Beijing (`yyyyMMdd`) on which the books have something of the order, each once: what `movedOn` looks for. */
export const moneyDays = (order: Order): readonly string[] => [
  ...new Set(orderEntries(order).map(({ atMs }) => beijingDay(atMs))),
]

/** When the oldest refund was asked for that WeChat took and has not ended; `undefined`: there is none. */
export const openRefundAtMs = ({ refunds }: Order): number | undefined => {
  const moments = refunds.filter(({ state }) => state === 'accepted').map(({ requestedAtMs }) => requestedAtMs)
  return moments.length === 0 ? undefined : Math.min(...moments)
}
