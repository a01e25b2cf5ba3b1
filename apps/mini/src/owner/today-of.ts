import type { OrderView } from '@pay/core'
import { dayOf } from '../format/moment.ts'

export interface Today {
  readonly orders: number
  readonly paidOrders: number
  readonly paidFen: number
  readonly refundedFen: number
}

/** What came of the orders placed on the day of `nowMs`: how many, how many paid, their money in and back. */
export const todayOf = (orders: readonly OrderView[], nowMs: number): Today => {
  const today = orders.filter(({ createdAtMs }) => dayOf(createdAtMs) === dayOf(nowMs))
  const sum = (of: (order: OrderView) => number) => today.reduce((total, order) => total + of(order), 0)
  return {
    orders: today.length,
    paidOrders: today.filter(({ paidFen }) => paidFen > 0).length,
    paidFen: sum(({ paidFen }) => paidFen),
    refundedFen: sum(({ refundedFen }) => refundedFen),
  }
}
