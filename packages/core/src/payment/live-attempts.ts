import type { Order } from '../order/order.ts'
import type { PaymentAttempt } from './payment-attempt.ts'

/** Money may still come through one of the attempts. */
export const hasLiveAttempt = (order: Pick<Order, 'attempts'>): boolean =>
  order.attempts.some((attempt) => attempt.state === 'open' || attempt.state === 'closing')

/** Every attempt that may still be payable is to be closed at WeChat. */
export const closeOpenAttempts = (attempts: readonly PaymentAttempt[]) => {
  const closing = attempts.map((attempt) =>
    attempt.state === 'open' ? { ...attempt, state: 'closing' as const } : attempt,
  )
  const effects = closing
    .filter((attempt) => attempt.state === 'closing')
    .map(({ outTradeNo }) => ({ key: `close:${outTradeNo}`, effect: { kind: 'closePayment' as const, outTradeNo } }))
  return { attempts: closing, effects }
}
