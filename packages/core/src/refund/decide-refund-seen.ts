import { applyDetailChange, change } from '../order/change.ts'
import type { Decision } from '../order/decision.ts'
import type { Order } from '../order/order.ts'
import type { CoreEvent } from '../order/order-event.ts'
import { removeEffects } from '../order/outbox.ts'
import { tell } from '../order/tell.ts'
import { nextOrderState } from '../order/transitions.ts'
import { verticalOf } from '../order/vertical-of.ts'
import { err, ok } from '../result.ts'
import type { Refund } from './refund.ts'
import { paidFen } from './refundable.ts'
import { nextRefundState } from './transitions.ts'

type RefundSeen = Extract<CoreEvent, { kind: 'refundSeen' }>

/** WeChat says how a refund of ours stands. What is settled stays settled, whatever comes late or twice. */
export const decideRefundSeen = (order: Order, seen: RefundSeen, nowMs: number): Decision => {
  const refund = order.refunds.find((one) => one.outRefundNo === seen.outRefundNo)
  if (refund === undefined) return err({ code: 'NO_SUCH_REFUND' })
  const state = nextRefundState(refund.state, seen.move)
  if (state === undefined) return ok(order)

  const moved: Refund = {
    ...refund,
    state,
    ...(seen.refundId === undefined ? {} : { refundId: seen.refundId }),
    ...(state === 'settled' ? { settledAtMs: nowMs } : {}),
    ...(state === 'closed' ? { closedAtMs: nowMs } : {}),
  }
  const refunds = order.refunds.map((one) => (one === refund ? moved : one))
  const outbox = removeEffects(order.outbox, [`refund:${refund.outRefundNo}`])
  const line = { by: 'wechat', what: `refund.${state}`, facts: { amountFen: refund.amountFen } } as const
  const { amountFen, outRefundNo } = refund
  const back = tell('tell', { message: 'order.refunded', to: order.buyer, amountFen }, outRefundNo)
  const next = change({ ...order, outbox }, nowMs, { refunds }, [line], state === 'settled' ? [back] : [])
  return ok(state === 'settled' ? refundSettled(next, moved, nowMs) : next)
}

const refundSettled = (order: Order, refund: Refund, nowMs: number): Order => {
  // Stryker disable next-line ConditionalExpression: shows only in a vertical that reacts to money which was never its sale
  if (refund.outTradeNo !== order.paidBy) return order
  const told = applyDetailChange(order, verticalOf(order).refundSettled?.(order, refund, nowMs), nowMs)
  const back = told.refunds
    // Stryker disable next-line ConditionalExpression: money that was no sale goes back whole, so that the sums never meet
    .filter((one) => one.outTradeNo === order.paidBy && one.state === 'settled')
    .reduce((sum, one) => sum + one.amountFen, 0)
  const state = back === paidFen(told, order.paidBy) ? nextOrderState(told.state, 'refundInFull') : undefined
  return state === undefined ? told : change(told, nowMs, { state }, [{ by: 'system', what: 'order.refunded' }])
}
