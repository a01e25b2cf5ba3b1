import { orderNoOf } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { PaymentNotice } from '../../ports/payment-notice.ts'
import { askPayment } from '../order/ask-payment.ts'
import { applyEvents } from '../order/change-order.ts'
import { runOutbox } from '../order/run-outbox.ts'
import type { NoticeOutcome } from './notice-outcome.ts'

/**
 * A notice is a hint: WeChat is asked, its answer is booked, then the notice is acknowledged. A repeat of what is booked
 * costs one read. When WeChat cannot be asked, the hint is kept and the notice left to repeat.
 */
export const handlePaymentNotice = async (
  deps: Deps,
  notice: PaymentNotice,
  untilMs: number,
): Promise<NoticeOutcome> => {
  const orderNo = orderNoOf(notice.outTradeNo)
  const order = orderNo === undefined ? undefined : await deps.orders.get(orderNo)
  const attempt = order?.attempts.find((one) => one.outTradeNo === notice.outTradeNo)
  if (attempt?.paid !== undefined && attempt.paid.transactionId === notice.transactionId) return 'acknowledged'
  if (order === undefined || attempt === undefined) {
    // No order of ours explains it. Housekeeping asks WeChat, lists it, and sends the money back once the bill has it.
    await deps.hints.keep(notice, deps.clock.nowMs())
    return 'acknowledged'
  }

  const asked = await askPayment(deps, order, attempt)
  if (!asked.fits) return 'acknowledged'
  if (asked.answer.kind !== 'paid') {
    await deps.hints.keep(notice, deps.clock.nowMs())
    return 'repeat'
  }
  const changed = await applyEvents(deps, order, asked.events)
  if (!changed.ok) return 'repeat'
  await runOutbox(deps, changed.value.order, untilMs)
  return 'acknowledged'
}
