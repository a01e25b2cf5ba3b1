import { err, type OpenId, type Order, type OrderNo, ok, type Result } from '@pay/core'
import type { Deps } from '../../deps.ts'

/** The caller's own order. Another buyer's order and none at all give the same answer. */
export const ownOrder = async (
  deps: Pick<Deps, 'orders'>,
  buyer: OpenId,
  orderNo: OrderNo,
): Promise<Result<Order, { readonly code: 'NOT_FOUND' }>> => {
  const order = await deps.orders.get(orderNo)
  return order === undefined || order.buyer !== buyer ? err({ code: 'NOT_FOUND' }) : ok(order)
}
