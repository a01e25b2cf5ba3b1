import { type OrderNo, ok, viewOrder } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { ownOrder } from './own-order.ts'
import { showPictures } from './show-pictures.ts'

export const getOrder = async (deps: Deps, input: { readonly orderNo: OrderNo }, { caller }: Call) => {
  const order = await ownOrder(deps, caller.openid, input.orderNo)
  if (!order.ok) return order
  return ok(await showPictures(deps, viewOrder(order.value, 'buyer', deps.clock.nowMs())))
}
