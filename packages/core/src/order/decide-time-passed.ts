import { ok } from '../result.ts'
import { applyDetailChange } from './change.ts'
import { decideClose } from './decide-close.ts'
import type { Decision } from './decision.ts'
import type { Order } from './order.ts'
import { verticalOf } from './vertical-of.ts'

/** The clock: an unpaid order past its deadline closes; a paid one is its vertical's business. */
export const decideTimePassed = (order: Order, nowMs: number): Decision => {
  if (order.state === 'unpaid') return nowMs < order.payUntilMs ? ok(order) : decideClose(order, 'expired', nowMs)
  if (order.state !== 'paid' && order.state !== 'completed') return ok(order)
  const vertical = verticalOf(order)
  const dueAt = vertical.dueAtMs?.(order)
  if (dueAt === undefined || nowMs < dueAt) return ok(order)
  return ok(applyDetailChange(order, vertical.due?.(order, nowMs), nowMs))
}
