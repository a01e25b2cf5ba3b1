import type { Order, OrderEvent } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { askPayment } from './ask-payment.ts'
import { applyEvents } from './change-order.ts'
import { runOutbox } from './run-outbox.ts'

/**
 * Brings one order up to date: what WeChat knows of its open attempts, what the clock says, what waits in its outbox.
 * Everything else that looks after orders (refresh, notices, housekeeping) is this on a choice of orders.
 */
export const settleOrder = async (deps: Deps, order: Order, untilMs: number): Promise<Order> => {
  const live = order.attempts.filter(({ state }) => state === 'open' || state === 'closing')
  const events: OrderEvent[] = []
  for (const attempt of live) events.push(...(await askPayment(deps, order, attempt)).events)
  // The clock comes last: money that came in time is a sale, however late we learn of it.
  const changed = await applyEvents(deps, order, [...events, { kind: 'timePassed' }])
  return await runOutbox(deps, changed.ok ? changed.value.order : order, untilMs)
}
