import { decide, type Err, type OrderNo, type OrderRefusal, ok, viewOrder } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { changeOrder } from './change-order.ts'
import { ownOrder } from './own-order.ts'
import { runOutbox } from './run-outbox.ts'

/** The buyer cancels before paying. The order is closing until WeChat confirms that nothing can be paid any more. */
export const cancelOrder = async (deps: Deps, input: { readonly orderNo: OrderNo }, { caller, untilMs }: Call) => {
  const own = await ownOrder(deps, caller.openid, input.orderNo)
  if (!own.ok) return own
  const changed = await changeOrder(deps, own.value, (order, nowMs) => decide(order, { kind: 'cancel' }, nowMs))
  if (!changed.ok) return changed as Err<OrderRefusal>
  const order = await runOutbox(deps, changed.value, untilMs)
  return ok(viewOrder(order, 'buyer', deps.clock.nowMs()))
}
