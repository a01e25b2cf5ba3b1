import { type OrderNo, ok, viewOrder } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { ownOrder } from './own-order.ts'
import { settleOrder } from './settle-order.ts'
import { showPictures } from './show-pictures.ts'

/** Asks WeChat whether the money is there when we do not know it yet. What a phone says of a payment decides nothing. */
export const refreshOrder = async (deps: Deps, input: { readonly orderNo: OrderNo }, { caller, untilMs }: Call) => {
  const own = await ownOrder(deps, caller.openid, input.orderNo)
  if (!own.ok) return own
  const order = await settleOrder(deps, own.value, untilMs)
  return ok(await showPictures(deps, viewOrder(order, 'buyer', deps.clock.nowMs())))
}
