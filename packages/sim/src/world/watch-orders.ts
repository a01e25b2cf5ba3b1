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
  changed: (before: Order | undefined, after: Order) => void,
): OrderStore => {
  const wrote = (before: Order | undefined, after: Order) => {
    scheduler.tell?.(`      ${after.orderNo.slice(0, 6)} ${storyLine(before, after)}`)
    changed(before, after)
  }
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
      if (orders.get(order.orderNo) !== before) wrote(before, order)
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

/** What a change made of the order, in one line of a story. */
const storyLine = (before: Order | undefined, after: Order): string => {
  const said = after.history.slice(before?.history.length ?? 0).map(({ what }) => what)
  const state = before === undefined || before.state === after.state ? after.state : `${before.state} → ${after.state}`
  const waiting = after.outbox.length === 0 ? '' : `; to do: ${after.outbox.map(({ key }) => key).join(', ')}`
  return `v${after.version} ${state}${said.length === 0 ? '' : ` (${said.join(', ')})`}${waiting}`
}
