import type { Order } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { OrderQuery } from '../../ports/order-store.ts'
import { applyEvents } from '../order/change-order.ts'
import { runOutbox } from '../order/run-outbox.ts'
import { settleOrder } from '../order/settle-order.ts'
import { eachOf } from './each-of.ts'
import type { Job } from './job.ts'

/** Orders with a deadline behind them or an effect that waits. */
export const settleDueOrders: Job = (deps, untilMs) =>
  eachOf(deps, {
    job: 'dueOrders',
    untilMs,
    find: (page) => deps.orders.find({ name: 'due', untilMs: deps.clock.nowMs() }, page),
    place: (order) => ({ atMs: order.dueAtMs ?? 0, id: order.orderNo }),
    look: (order) => settleDue(deps, order, untilMs),
  })

/** Every order that may be paid without our knowing: WeChat is asked, whatever became of its notices. */
export const settleUnpaidOrders: Job = (deps, untilMs) => {
  const query: OrderQuery = { name: 'awaitingPayment' }
  return eachOf(deps, {
    job: 'unpaidOrders',
    untilMs,
    find: (page) => deps.orders.find(query, page),
    place: (order) => ({ atMs: order.createdAtMs, id: order.orderNo }),
    look: async (order) => {
      await settleOrder(deps, order, untilMs)
    },
  })
}

const settleDue = async (deps: Deps, order: Order, untilMs: number): Promise<void> => {
  if (order.state === 'unpaid') {
    await settleOrder(deps, order, untilMs)
    return
  }
  const changed = await applyEvents(deps, order, [{ kind: 'timePassed' }])
  if (changed.ok) await runOutbox(deps, changed.value.order, untilMs)
}
