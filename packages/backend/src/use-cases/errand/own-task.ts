import { type ErrandDetail, err, type OpenId, type Order, type OrderNo, ok, type Result } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { runnerNoFor } from './numbers.ts'

export type Task = Order<ErrandDetail>
type Found = Promise<Result<Task, { readonly code: 'NOT_FOUND' }>>

/** The caller's own task, as its buyer. */
export const buyersTask = async (deps: Pick<Deps, 'orders'>, buyer: OpenId, orderNo: OrderNo): Found => {
  const order = await deps.orders.get(orderNo)
  return order !== undefined && isTask(order) && order.buyer === buyer ? ok(order) : err({ code: 'NOT_FOUND' })
}

/** The task that the caller runs. */
export const runnersTask = async (deps: Pick<Deps, 'orders'>, openid: OpenId, orderNo: OrderNo): Found => {
  const order = await deps.orders.get(orderNo)
  return order !== undefined && isTask(order) && order.detail.runner?.runnerNo === runnerNoFor(openid)
    ? ok(order)
    : err({ code: 'NOT_FOUND' })
}

export const isTask = (order: Order): order is Task => order.detail.vertical === 'errand'
