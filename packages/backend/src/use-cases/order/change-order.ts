import {
  type Decision,
  type DecisionRefusal,
  decideAll,
  err,
  type Order,
  type OrderEvent,
  type OrderNo,
  ok,
  type Result,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { PortError } from '../../ports/port-error.ts'

/** Load, decide, replace; and again from the start when somebody was faster or an answer was lost. */
export const changeOrder = async (
  deps: Pick<Deps, 'orders' | 'clock'>,
  /** A number, or the order as just read: that saves a request when nobody is faster. */
  start: OrderNo | Order,
  decideWith: (order: Order, nowMs: number) => Decision,
): Promise<Result<Order, ChangeRefusal>> => {
  const orderNo = typeof start === 'string' ? start : start.orderNo
  let order = typeof start === 'string' ? await deps.orders.get(start) : start
  for (let attempt = 1; ; attempt++) {
    if (order === undefined) return err({ code: 'NOT_FOUND' })
    const decided = decideWith(order, deps.clock.nowMs())
    if (!decided.ok || decided.value === order) return decided
    if (await replaced(deps, decided.value)) return decided
    if (attempt === maxAttempts) return err({ code: 'BUSY', retryAfterMs: 1_000 })
    order = await deps.orders.get(orderNo)
  }
}

/** Several events as one change. Those that the order refuses come back beside it and change nothing. */
export const applyEvents = async (
  deps: Pick<Deps, 'orders' | 'clock'>,
  start: OrderNo | Order,
  events: readonly OrderEvent[],
): Promise<Result<{ readonly order: Order; readonly refusals: Refusals }, ChangeRefusal>> => {
  let refusals: Refusals = []
  const changed = await changeOrder(deps, start, (order, nowMs) => {
    const decided = decideAll(order, events, nowMs)
    refusals = decided.refusals
    return ok(decided.order)
  })
  return changed.ok ? ok({ order: changed.value, refusals }) : changed
}

export type ChangeRefusal =
  | DecisionRefusal
  | { readonly code: 'NOT_FOUND' }
  | { readonly code: 'BUSY'; readonly retryAfterMs: number }

export type Refusals = ReturnType<typeof decideAll>['refusals']

/** Two writers need two; more than these at once on one order is not a person's doing. */
const maxAttempts = 6

/** A lost answer counts as "not written": if it was, deciding again on what is there changes nothing. */
const replaced = async (deps: Pick<Deps, 'orders'>, next: Order): Promise<boolean> => {
  try {
    return await deps.orders.replace(next)
  } catch (error) {
    if (error instanceof PortError) return false
    throw error
  }
}
