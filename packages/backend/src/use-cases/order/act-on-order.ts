import {
  type Actor,
  decide,
  type Err,
  type Order,
  type OrderEvent,
  type OrderView,
  ok,
  type Refusal,
  type Result,
  viewOrder,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { changeOrder } from './change-order.ts'
import { runOutbox } from './run-outbox.ts'

/** One event by one person on one order: decided, written, its effects run as far as the time goes, shown to that person. */
export const actOnOrder = async <R extends Refusal>(
  deps: Deps,
  order: Order,
  event: OrderEvent,
  viewer: Actor,
  untilMs: number,
): Promise<Result<OrderView, R>> => {
  const changed = await changeOrder(deps, order, (now, nowMs) => decide(now, event, nowMs))
  if (!changed.ok) return changed as Err<R>
  const after = await runOutbox(deps, changed.value, untilMs)
  return ok(viewOrder(after, viewer, deps.clock.nowMs()))
}
