import { decidePayAgain } from '../payment/decide-pay-again.ts'
import { decidePaymentClosed } from '../payment/decide-payment-closed.ts'
import { decidePaymentSeen } from '../payment/decide-payment-seen.ts'
import { decideRefund } from '../refund/decide-refund.ts'
import { decideRefundSeen } from '../refund/decide-refund-seen.ts'
import { err, ok } from '../result.ts'
import type { VerticalEvent } from '../verticals.ts'
import { applyDetailChange } from './change.ts'
import { decideClose } from './decide-close.ts'
import { decideTimePassed } from './decide-time-passed.ts'
import type { Decision } from './decision.ts'
import { dueAtMs } from './due-at.ts'
import type { Order } from './order.ts'
import type { CoreEvent, OrderEvent } from './order-event.ts'
import { postponeEffect, removeEffects } from './outbox.ts'
import { verticalOf } from './vertical-of.ts'

/**
 * What an event makes of an order: pure, for every state and every event, in any sequence and any number of repeats.
 * Answers the same object when nothing changes; otherwise an order one version on, its effects in the outbox.
 */
export const decide = (order: Order, event: OrderEvent, nowMs: number): Decision => {
  const decided = decideEvent(order, event, nowMs)
  if (!decided.ok || decided.value === order) return decided
  const { dueAtMs: _, ...next } = decided.value
  const due = dueAtMs(decided.value)
  return ok({ ...next, version: order.version + 1, ...(due === undefined ? {} : { dueAtMs: due }) })
}

const decideEvent = (order: Order, event: OrderEvent, nowMs: number): Decision => {
  if (!isCoreEvent(event)) return decideVerticalEvent(order, event, nowMs)
  switch (event.kind) {
    case 'paymentSeen':
      return decidePaymentSeen(order, event, nowMs)
    case 'paymentClosed':
      return decidePaymentClosed(order, event.outTradeNo, nowMs)
    case 'payAgain':
      return decidePayAgain(order, event, nowMs)
    case 'cancel':
      return decideClose(order, 'cancelled', nowMs)
    case 'unavailable':
      return decideClose(order, 'unavailable', nowMs)
    case 'timePassed':
      return decideTimePassed(order, nowMs)
    case 'refund':
      return decideRefund(order, event, nowMs)
    case 'refundSeen':
      return decideRefundSeen(order, event, nowMs)
    case 'effectsDone': {
      const outbox = removeEffects(order.outbox, event.keys)
      return ok(outbox.length === order.outbox.length ? order : { ...order, outbox })
    }
    case 'effectFailed': {
      if (!order.outbox.some((entry) => entry.key === event.key)) return ok(order)
      return ok({ ...order, outbox: postponeEffect(order.outbox, event.key, event.reason, nowMs, event.notBeforeMs) })
    }
  }
}

const decideVerticalEvent = (order: Order, event: VerticalEvent, nowMs: number): Decision => {
  if (!event.kind.startsWith(`${order.detail.vertical}.`)) return err({ code: 'NOT_NOW', state: order.state })
  const decided = verticalOf(order).decide(order, event, nowMs)
  if (!decided.ok) return decided
  const { detail, effects, refunds, completes } = decided.value
  const nothing = detail === order.detail && !effects?.length && !refunds?.length && completes !== true
  return ok(nothing ? order : applyDetailChange(order, decided.value, nowMs))
}

/** A vertical's events are named `<vertical>.<event>`, the common ones have no dot. */
const isCoreEvent = (event: OrderEvent): event is CoreEvent => !event.kind.includes('.')

/** Several events in one change: one version on, the refusals beside it. An event that is refused changes nothing. */
export const decideAll = (
  order: Order,
  events: readonly OrderEvent[],
  nowMs: number,
): { readonly order: Order; readonly refusals: readonly { event: OrderEvent; code: string }[] } => {
  let next = order
  const refusals: { event: OrderEvent; code: string }[] = []
  for (const event of events) {
    const decided = decide(next, event, nowMs)
    if (decided.ok) next = decided.value
    else refusals.push({ event, code: decided.refusal.code })
  }
  return { order: next === order ? order : { ...next, version: order.version + 1 }, refusals }
}
