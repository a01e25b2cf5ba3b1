import { type OrderState, type OrderView, ok, type Page, viewOrder } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'

/** The caller's own orders, newest first. */
export const listOrders = async (
  deps: Deps,
  input: { readonly state?: OrderState | undefined; readonly cursor?: string | undefined },
  { caller }: Call,
) => {
  const { state, cursor } = input
  const page = await deps.orders.find(
    { name: 'ofBuyer', buyer: caller.openid, ...(state === undefined ? {} : { state }) },
    { limit: ordersPerPage, ...(cursor === undefined ? {} : { cursor }) },
  )
  const nowMs = deps.clock.nowMs()
  const shown: Page<OrderView> = { ...page, items: page.items.map((order) => viewOrder(order, 'buyer', nowMs)) }
  return ok(shown)
}

const ordersPerPage = 20
