import type { OrderStore } from '@pay/backend'
import type { Order, OrderNo } from '@pay/core'
import { seenStates } from '../engine/coverage.ts'
import type { Scheduler } from '../engine/scheduler.ts'

const stateNumbers: Readonly<Record<string, number>> = Object.fromEntries(seenStates.map((state, at) => [state, at]))

/** The store, noting for the coverage which state its caller sees, and showing every write to `wrote` as it happens. */
export const watchOrders = (
  scheduler: Scheduler,
  store: OrderStore,
  orders: ReadonlyMap<OrderNo, Order>,
  wrote: (before: Order | undefined, after: Order) => void,
): OrderStore => {
  const saw = (order: Order | undefined) => {
    scheduler.current.state = order === undefined ? 0 : (stateNumbers[order.state] ?? 0)
  }
  return {
    get(orderNo) {
      saw(orders.get(orderNo))
      return store.get(orderNo)
    },
    insert(order) {
      const before = orders.get(order.orderNo)
      const answer = store.insert(order)
      saw(orders.get(order.orderNo))
      if (before === undefined) wrote(undefined, order)
      return answer
    },
    replace(order) {
      const before = orders.get(order.orderNo)
      const answer = store.replace(order)
      const after = orders.get(order.orderNo)
      saw(after)
      if (after !== undefined && after !== before) wrote(before, after)
      return answer
    },
    find: (query, page) => store.find(query, page),
  }
}
