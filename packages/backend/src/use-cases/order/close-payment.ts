import type { Order, PaymentAttempt } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import { askPayment } from './ask-payment.ts'
import type { EffectOutcome, EffectRunner } from './effect-runner.ts'

/** WeChat refuses to close anything younger: https://pay.weixin.qq.com/doc/v3/merchant/4012791860. The margin is for clocks that differ. */
export const closableAfterMs = 5 * 60_000 + 5_000

/** A prepay that was on its way when the order began to close has arrived by then, or never will: no function runs longer. */
const strayPrepayMs = 60_000
const neverHeard = 'WeChat has not heard of this payment'

/** Query, close what is still open, query again: a payment can slip in at any moment. */
export const closePayment: EffectRunner<'closePayment'> = async (deps, order, effect, entry) => {
  const attempt = order.attempts.find((one) => one.outTradeNo === effect.outTradeNo)
  if (attempt === undefined || attempt.state === 'paid' || attempt.state === 'closed') return { kind: 'done' }
  const nowMs = deps.clock.nowMs()

  const { answer, events, fits } = await askPayment(deps, order, attempt)
  if (!fits) return { kind: 'later', reason: 'paid in a way that does not fit the order: see the incidents' }
  if (events.length > 0) return { kind: 'done', events }
  if (answer.kind === 'unknown') return { kind: 'later', reason: answer.reason }
  if (answer.kind === 'none')
    return entry.lastFailure === neverHeard
      ? { kind: 'done', events: [{ kind: 'paymentClosed', outTradeNo: attempt.outTradeNo }] }
      : { kind: 'later', reason: neverHeard, notBeforeMs: nowMs + strayPrepayMs }

  const closableAtMs = attempt.createdAtMs + closableAfterMs
  if (nowMs < closableAtMs)
    return { kind: 'later', reason: 'younger than 5 minutes, WeChat does not close it yet', notBeforeMs: closableAtMs }
  return await closeAndAsk(deps, order, attempt)
}

const closeAndAsk = async (deps: Deps, order: Order, attempt: PaymentAttempt): Promise<EffectOutcome> => {
  const closed = await gatewayOf(deps, attempt.rail).close(attempt.outTradeNo)
  const { answer, events } = await askPayment(deps, order, attempt)
  if (events.length > 0) return { kind: 'done', events }
  // "Closed" is believed only from the query: merchants have seen close succeed and the payment stay open.
  return {
    kind: 'later',
    reason: closed.kind === 'closed' ? `closed, but the query says ${answer.kind}` : closed.reason,
  }
}
