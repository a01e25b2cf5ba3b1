import { err, type Order, type OrderRefusal, ok, type Result } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { PortError } from '../../ports/port-error.ts'

/** Inserts a new order, or finds the one that this very request placed before. */
export const insertOrder = async (deps: Pick<Deps, 'orders'>, order: Order): Promise<Result<Order, OrderRefusal>> => {
  if ((await inserted(deps, order)) === 'inserted') return ok(order)
  const existing = await deps.orders.get(order.orderNo)
  if (existing === undefined) throw new PortError('orders', `${order.orderNo} exists and cannot be read`)
  return existing.requestDigest === order.requestDigest ? ok(existing) : err({ code: 'REQUEST_REUSED' })
}

/** An insert whose answer was lost may have been written: the second try finds it there. */
const inserted = async (deps: Pick<Deps, 'orders'>, order: Order): Promise<'inserted' | 'exists'> => {
  try {
    return await deps.orders.insert(order)
  } catch (error) {
    if (!(error instanceof PortError)) throw error
    return await deps.orders.insert(order)
  }
}
