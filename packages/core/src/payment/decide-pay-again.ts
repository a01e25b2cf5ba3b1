import type { Decision } from '../order/decision.ts'
import type { Order } from '../order/order.ts'
import { err, ok } from '../result.ts'
import { outTradeNoOf } from './out-trade-no.ts'
import type { PaymentAttempt } from './payment-attempt.ts'

/**
 * The buyer wants to pay. An attempt that may still be payable is used again, unchanged: a fresh number per tap is how
 * people get charged twice. Only when WeChat confirmed that the last one is closed does a new one begin.
 */
export const decidePayAgain = (
  order: Order,
  ask: { readonly clientIp: string; readonly nonce: string },
  nowMs: number,
): Decision => {
  if (order.state !== 'unpaid') return err({ code: 'NOT_NOW', state: order.state })
  if (nowMs >= order.payUntilMs) return err({ code: 'PAY_TIME_OVER', payUntilMs: order.payUntilMs })
  const last = order.attempts.at(-1)
  if (last === undefined) throw new Error(`${order.orderNo}: an order without an attempt`)
  if (last.state !== 'closed') return ok(order)

  const attempt: PaymentAttempt = {
    ...last,
    outTradeNo: outTradeNoOf(order.orderNo, order.attempts.length + 1),
    state: 'open',
    prepay: { ...last.prepay, clientIp: ask.clientIp, nonce: ask.nonce },
    createdAtMs: nowMs,
  }
  return ok({ ...order, attempts: [...order.attempts, attempt] })
}

/** The attempt to hand to WeChat now; `undefined` when the order cannot be paid. */
export const payableAttempt = (order: Order, nowMs: number): PaymentAttempt | undefined => {
  if (order.state !== 'unpaid' || nowMs >= order.payUntilMs) return undefined
  const last = order.attempts.at(-1)
  return last?.state === 'open' ? last : undefined
}
