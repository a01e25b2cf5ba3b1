import type { Order } from './order.ts'
import { verticalOf } from './vertical-of.ts'

/** When the clock next has something to do with this order: its deadline, an effect to run, its vertical's own time. */
export const dueAtMs = (order: Order): number | undefined => {
  const moments = order.outbox.map((entry) => entry.notBeforeMs)
  if (order.state === 'unpaid') moments.push(order.payUntilMs)
  if (order.state === 'paid' || order.state === 'completed') {
    const vertical = verticalOf(order).dueAtMs?.(order)
    if (vertical !== undefined) moments.push(vertical)
  }
  return moments.length === 0 ? undefined : Math.min(...moments)
}
