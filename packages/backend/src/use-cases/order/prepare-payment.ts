import { decide, err, type Order, ok, type PaymentRequest, payableAttempt, type Refusal, type Result } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import { holdFor } from '../verticals.ts'
import { askPayment } from './ask-payment.ts'
import { applyEvents, changeOrder } from './change-order.ts'
import { runOutbox } from './run-outbox.ts'

/**
 * Holds what the order needs, then asks WeChat for the prepay: in this order, so that what can be paid can be had. Every
 * step finds what an earlier, interrupted run of it left, so a retry ends where the first run would have.
 */
export const preparePayment = async (deps: Deps, order: Order, untilMs: number): Promise<Result<Prepared, Refusal>> => {
  const attempt = payableAttempt(order, deps.clock.nowMs())
  if (attempt === undefined && order.closeReason !== 'unavailable') return ok({ order })

  const held = await holdFor(deps, order)
  if (!held.ok) {
    const closing = await changeOrder(deps, order, (now, nowMs) => decide(now, { kind: 'unavailable' }, nowMs))
    if (!closing.ok) return closing
    await runOutbox(deps, closing.value, untilMs)
    // Somebody else settled or closed it meanwhile: then that is the story, not the shortage.
    return closing.value.closeReason === 'unavailable' ? held : ok({ order: closing.value })
  }

  if (attempt === undefined) return ok({ order })
  const answer = await gatewayOf(deps, attempt.rail).prepay({ orderNo: order.orderNo, payer: order.buyer, attempt })
  if (answer.kind === 'ready') return ok({ order, payment: answer.payment })
  if (answer.kind === 'unknown') return ok({ order })
  if (answer.kind === 'loginNeeded') return err({ code: 'LOGIN_NEEDED' })
  if (answer.kind === 'usedUp') return err({ code: 'PLACE_AGAIN' })

  deps.log.write({ level: 'warn', event: 'prepay', orderNo: order.orderNo, outcome: 'refused', reason: answer.reason })
  const { events } = await askPayment(deps, order, attempt)
  const changed = await applyEvents(deps, order, events)
  return changed.ok ? ok({ order: await runOutbox(deps, changed.value.order, untilMs) }) : changed
}

export interface Prepared {
  readonly order: Order
  /** Absent: WeChat could not be asked, or there is nothing to pay any more. */
  readonly payment?: PaymentRequest
}
