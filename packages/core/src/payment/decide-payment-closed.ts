import type { OutTradeNo } from '../identity/ids.ts'
import { closeConfirmed } from '../order/decide-close.ts'
import type { Decision } from '../order/decision.ts'
import type { Order } from '../order/order.ts'
import { removeEffects } from '../order/outbox.ts'
import { ok } from '../result.ts'
import { hasLiveAttempt } from './live-attempts.ts'

/** WeChat says that this attempt cannot be paid any more. When it was the last live one of a closing order, the order is closed. */
export const decidePaymentClosed = (order: Order, outTradeNo: OutTradeNo, nowMs: number): Decision => {
  const attempt = order.attempts.find((one) => one.outTradeNo === outTradeNo)
  if (attempt === undefined || attempt.state === 'paid' || attempt.state === 'closed') return ok(order)

  const attempts = order.attempts.map((one) => (one === attempt ? ({ ...one, state: 'closed' } as const) : one))
  const outbox = removeEffects(order.outbox, [`close:${outTradeNo}`])
  const next = { ...order, attempts, outbox }
  return ok(hasLiveAttempt(next) ? next : closeConfirmed(next, nowMs))
}
