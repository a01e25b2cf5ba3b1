import {
  type commonOwnerActions,
  type Err,
  err,
  type Order,
  type OrderEvent,
  type OrderNo,
  type OrderRefusal,
  type OrderView,
  ok,
  orderEntries,
  ownerRefundKey,
  type Page,
  type Result,
  viewOrder,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { HandlersOfActions } from '../../serve/serve.ts'
import { actOnOrder } from '../order/act-on-order.ts'
import { showPictures } from '../order/show-pictures.ts'

/** What every trade's owner does: look orders up, give money back, read the books, settle what did not fit. */
export const commonOwnerHandlers = (deps: Deps): HandlersOfActions<typeof commonOwnerActions> => ({
  async listOrders({ state, cursor }) {
    const page = await deps.orders.find({ name: 'all', ...defined({ state }) }, { limit: 20, ...defined({ cursor }) })
    const nowMs = deps.clock.nowMs()
    const shown: Page<OrderView> = { ...page, items: page.items.map((order) => viewOrder(order, 'owner', nowMs)) }
    return ok(shown)
  },
  async getOrder({ orderNo }) {
    const order = await deps.orders.get(orderNo)
    if (order === undefined) return err({ code: 'NOT_FOUND' })
    return ok(await showPictures(deps, viewOrder(order, 'owner', deps.clock.nowMs())))
  },
  refund: ({ orderNo, key, amountFen }, call) =>
    ownerActs(
      deps,
      orderNo,
      () => ({ kind: 'refund', by: 'owner', key: ownerRefundKey(key), amountFen, reason: 'merchantDecision' }),
      call.untilMs,
    ),
  async orderEntries({ orderNo }) {
    const order = await deps.orders.get(orderNo)
    return order === undefined ? err({ code: 'NOT_FOUND' }) : ok(orderEntries(order))
  },
  async listIncidents({ cursor }) {
    return ok(await deps.incidents.open({ limit: 50, ...defined({ cursor }) }))
  },
  async resolveIncident({ key, note }) {
    const incident = await deps.incidents.get(key)
    if (incident === undefined) return err({ code: 'NOT_FOUND' })
    await deps.incidents.resolve(key, note, deps.clock.nowMs())
    return ok(incident)
  },
})

/** One event by the owner on one order. `eventOf` may look at the order first; a refusal ends it there. */
export const ownerActs = async <R extends { readonly code: string }>(
  deps: Deps,
  orderNo: OrderNo,
  eventOf: (order: Order) => OrderEvent,
  untilMs: number,
): Promise<Result<OrderView, R | OrderRefusal | { readonly code: 'NOT_FOUND' }>> => {
  const order = await deps.orders.get(orderNo)
  if (order === undefined) return err({ code: 'NOT_FOUND' }) as Err<{ readonly code: 'NOT_FOUND' }>
  return await actOnOrder<R>(deps, order, eventOf(order), 'owner', untilMs)
}
