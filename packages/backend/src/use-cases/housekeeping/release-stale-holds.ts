import type { Order, OrderNo } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { oldestHoldMs, type StockHold, type StockRecord } from '../../ports/stock-store.ts'
import { eachOf } from './each-of.ts'
import type { Job } from './keep-house.ts'

/** Longer than an order can be paid and closed, and than any function that might still reserve for it. */
const staleAfterMs = 2 * 3_600_000

/** Stock held for orders that are over, whatever came late: given back, sold, or forgotten. */
export const releaseStaleHolds: Job = (deps, untilMs) =>
  eachOf(deps, {
    job: 'staleHolds',
    untilMs,
    find: (page) => deps.stock.withHoldsBefore(deps.clock.nowMs() - staleAfterMs, page),
    place: (record) => ({ atMs: oldestHoldMs(record), id: record.skuId }),
    look: (record) => tidy(deps, record),
  })

const tidy = async (deps: Deps, record: StockRecord): Promise<void> => {
  const before = deps.clock.nowMs() - staleAfterMs
  const over: OrderNo[] = []
  for (const [orderNo, hold] of Object.entries(record.holds) as [OrderNo, StockHold][]) {
    if (hold.atMs >= before) continue
    const order = await deps.orders.get(orderNo)
    if (needsIt(order, hold)) continue
    if (hold.state !== 'held') over.push(orderNo)
    // Never inserted, or over without its effect having found the hold: a reserve that came after the release.
    else await deps.stock.release({ skuId: record.skuId, orderNo, quantity: hold.quantity, nowMs: deps.clock.nowMs() })
  }
  if (over.length > 0) await deps.stock.forget(record, over)
}

/** The order may still become a sale, or has an effect waiting that will ask for this hold. */
const needsIt = (order: Order | undefined, hold: StockHold): boolean =>
  order !== undefined &&
  (order.state === 'unpaid' ||
    order.state === 'closing' ||
    (order.state === 'paid' && hold.state === 'held') ||
    order.outbox.length > 0)
