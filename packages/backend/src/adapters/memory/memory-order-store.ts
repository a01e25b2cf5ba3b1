import type { Order, OrderNo } from '@pay/core'
import { moneyDays, type OrderQuery, type OrderStore } from '../../ports/order-store.ts'
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
    const newestFirst = query.name === 'ofBuyer' || query.name === 'all'
    const place = (order: Order) => ({
      atMs: query.name === 'due' ? (order.dueAtMs ?? 0) : order.createdAtMs,
      id: order.orderNo,
    })
    return pageOf(found, place, newestFirst ? 'newestFirst' : 'oldestFirst', page)
  },
})

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
    case 'all':
      return query.state === undefined || order.state === query.state
  }
}
