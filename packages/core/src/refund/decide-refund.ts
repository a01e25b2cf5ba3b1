import type { OutTradeNo } from '../identity/ids.ts'
import { applyDetailChange, change } from '../order/change.ts'
import type { Decision } from '../order/decision.ts'
import type { Order } from '../order/order.ts'
import type { CoreEvent } from '../order/order-event.ts'
import { verticalOf } from '../order/vertical-of.ts'
import { err, ok } from '../result.ts'
import { isRefundKey, outRefundNoOf } from './out-refund-no.ts'
import { maxRefundsPerPayment, type Refund, refundableForMs } from './refund.ts'
import { refundableFen } from './refundable.ts'

/** `of`: the attempt to refund; the one that made the order paid where absent. */
type RefundAsked = Omit<Extract<CoreEvent, { kind: 'refund' }>, 'kind'> & { readonly of?: OutTradeNo }

/**
 * Money goes back: the refund is written down with its number first, then submitted from the outbox under that number
 * until WeChat takes it. Never more than what was paid and is not yet on its way back; the same key is the same refund.
 */
export const decideRefund = (order: Order, asked: RefundAsked, nowMs: number): Decision => {
  const attempt = order.attempts.find((one) => one.outTradeNo === (asked.of ?? order.paidBy))
  if (attempt?.paid === undefined) return err({ code: 'NOT_NOW', state: order.state })
  const { outTradeNo, paid } = attempt
  if (!isRefundKey(asked.key)) throw new Error(`not a refund key: ${asked.key}`)

  const outRefundNo = outRefundNoOf(outTradeNo, asked.key)
  const known = order.refunds.find((refund) => refund.outRefundNo === outRefundNo)
  if (known !== undefined) return known.amountFen === asked.amountFen ? ok(order) : err({ code: 'REFUND_REUSED' })

  const left = refundableFen(order, outTradeNo)
  if (asked.amountFen < 1 || asked.amountFen > left) return err({ code: 'REFUND_TOO_MUCH', refundableFen: left })
  const until = paid.paidAtMs + refundableForMs
  if (nowMs > until) return err({ code: 'REFUND_TOO_LATE', refundableUntilMs: until })
  if (order.refunds.filter((refund) => refund.outTradeNo === outTradeNo).length >= maxRefundsPerPayment)
    return err({ code: 'REFUND_TOO_MANY', most: maxRefundsPerPayment })

  const refusal =
    outTradeNo === order.paidBy ? verticalOf(order).refundRefusal?.(order, { ...asked, leftFen: left }) : undefined
  if (refusal !== undefined) return err(refusal)

  const { amountFen, reason } = asked
  const refund: Refund = { outRefundNo, outTradeNo, amountFen, reason, state: 'requested', requestedAtMs: nowMs }
  const next = change(
    order,
    nowMs,
    { refunds: [...order.refunds, refund] },
    [{ by: asked.by, what: 'refund.requested', facts: { amountFen, reason } }],
    [{ key: `refund:${outRefundNo}`, effect: { kind: 'submitRefund', outRefundNo } }],
  )
  const allOfTheSale = outTradeNo === order.paidBy && amountFen === left
  return ok(allOfTheSale ? applyDetailChange(next, verticalOf(order).refundedInFull(next, nowMs), nowMs) : next)
}
