import { type Order, type OrderNo, orderKeys } from '@pay/core'
import { moneyDays, type OrderQuery, type OrderStore, openRefundAtMs } from '../../ports/order-store.ts'
import { pageOf } from './page-of.ts'

/** Orders in a Map: for tests, the simulator, and reading how little the port asks for. */
export const memoryOrderStore = (orders = new Map<OrderNo, Order>()): OrderStore => ({
  async insert(order) {
    if (orders.has(order.orderNo)) return 'exists'
    orders.set(order.orderNo, order)
    return 'inserted'
  },
  async get(orderNo) {
    return orders.get(orderNo)
  },
  async replace(order) {
    if (orders.get(order.orderNo)?.version !== order.version - 1) return false
    orders.set(order.orderNo, order)
    return true
  },
  async find(query, page) {
    const found = [...orders.values()].filter((order) => matches(order, query))
    return pageOf(found, (order) => ({ atMs: momentOf(order, query), id: order.orderNo }), directionOf(query), page)
  },
})

/** What the query sorts by. */
const momentOf = (order: Order, query: OrderQuery): number => {
  if (query.name === 'due') return order.dueAtMs ?? 0
  return query.name === 'openRefund' ? (openRefundAtMs(order) ?? 0) : order.createdAtMs
}

const directionOf = (query: OrderQuery): 'newestFirst' | 'oldestFirst' => {
  if (query.name === 'inLists') return query.oldestFirst ? 'oldestFirst' : 'newestFirst'
  return query.name === 'ofBuyer' || query.name === 'all' || query.name === 'ofWorker' ? 'newestFirst' : 'oldestFirst'
}

const matches = (order: Order, query: OrderQuery): boolean => {
  switch (query.name) {
    case 'ofBuyer':
      return order.buyer === query.buyer && (query.state === undefined || order.state === query.state)
    case 'awaitingPayment':
      return order.state === 'unpaid' || order.state === 'closing'
    case 'due':
      return order.dueAtMs !== undefined && order.dueAtMs <= query.untilMs
    case 'movedOn':
      return moneyDays(order).includes(query.day)
    case 'inLists': {
      const { list } = orderKeys(order)
      return list !== undefined && query.lists.includes(list)
    }
    case 'ofWorker':
      return orderKeys(order).worker === query.worker
    case 'openRefund':
      return (openRefundAtMs(order) ?? Number.POSITIVE_INFINITY) < query.beforeMs
    case 'all':
      return query.state === undefined || order.state === query.state
  }
}
