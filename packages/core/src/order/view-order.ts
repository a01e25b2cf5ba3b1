import { paidFen, settledRefundFen } from '../refund/refundable.ts'
import type { Actor } from './history.ts'
import type { Order } from './order.ts'
import type { OrderAction, OrderView } from './order-view.ts'
import { verticalOf } from './vertical-of.ts'

/** The order as this viewer may see it. */
export const viewOrder = (order: Order, viewer: Actor, nowMs: number): OrderView => ({
  orderNo: order.orderNo,
  vertical: order.detail.vertical,
  state: order.state,
  ...(order.closeReason === undefined ? {} : { closeReason: order.closeReason }),
  totalFen: order.totalFen,
  paidFen: paidFen(order, order.paidBy),
  refundedFen: settledRefundFen(order),
  refunds: order.refunds.map(({ amountFen, reason, state, requestedAtMs }) => ({
    amountFen,
    reason,
    state,
    requestedAtMs,
  })),
  detail: verticalOf(order).view(order, viewer, nowMs),
  history: order.history,
  actions: allowedActions(order, viewer, nowMs),
  createdAtMs: order.createdAtMs,
  payUntilMs: order.payUntilMs,
  nowMs,
})

/** The moves common to all verticals that this viewer can make now. */
export const allowedActions = (order: Order, viewer: Actor, nowMs: number): readonly OrderAction[] =>
  viewer === 'buyer' && order.state === 'unpaid' && nowMs < order.payUntilMs ? ['pay', 'cancel'] : []
