import { closeOpenAttempts } from '../payment/live-attempts.ts'
import { err, ok } from '../result.ts'
import { applyDetailChange, change } from './change.ts'
import type { Decision } from './decision.ts'
import type { CloseReason, Order } from './order.ts'
import { nextOrderState } from './transitions.ts'
import { verticalOf } from './vertical-of.ts'

/**
 * Closing is a state: the attempt is queried and closed at WeChat first, which takes 5 minutes from its making at least.
 * Whether a payment that slips in meanwhile still makes a sale depends on the reason, see `latePayment`.
 */
export const decideClose = (order: Order, reason: CloseReason, nowMs: number): Decision => {
  if (order.state === 'closing' || order.state === 'closed') return ok(order)
  const state = nextOrderState(order.state, 'close')
  if (state === undefined) return err({ code: 'NOT_NOW', state: order.state })

  const { attempts, effects } = closeOpenAttempts(order.attempts)
  const by = reason === 'cancelled' ? 'buyer' : 'system'
  const closing = change(
    order,
    nowMs,
    { state, closeReason: reason, attempts },
    [{ by, what: `order.${reason}` }],
    effects,
  )
  const released = keepsItsHolds(reason)
    ? closing
    : applyDetailChange(closing, verticalOf(order).released(closing, nowMs), nowMs)
  return ok(effects.length === 0 ? closeConfirmed(released, nowMs) : released)
}

/** Every attempt is confirmed closed: nothing can be paid any more. */
export const closeConfirmed = (order: Order, nowMs: number): Order => {
  const state = nextOrderState(order.state, 'closed')
  if (state === undefined) return order
  const closed = change(order, nowMs, { state }, [{ by: 'system', what: 'order.closed' }])
  if (!keepsItsHolds(order.closeReason)) return closed
  return applyDetailChange(closed, verticalOf(order).released(closed, nowMs), nowMs)
}

/** A payment made in time may still be on its way when the clock closes an order; for the other reasons the money goes back anyway. */
export const keepsItsHolds = (reason: CloseReason | undefined): boolean => reason === 'expired'
