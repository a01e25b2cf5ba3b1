import { applyDetailChange, change } from '../order/change.ts'
import { closeConfirmed } from '../order/decide-close.ts'
import type { Decision } from '../order/decision.ts'
import type { Order } from '../order/order.ts'
import type { CoreEvent } from '../order/order-event.ts'
import { type CoreEffect, removeEffects } from '../order/outbox.ts'
import { tell } from '../order/tell.ts'
import { nextOrderState } from '../order/transitions.ts'
import { verticalOf } from '../order/vertical-of.ts'
import { decideRefund } from '../refund/decide-refund.ts'
import type { RefundReason } from '../refund/refund.ts'
import { err, ok } from '../result.ts'
import { closeOpenAttempts, hasLiveAttempt } from './live-attempts.ts'
import type { PaymentAttempt } from './payment-attempt.ts'
import { nextPaymentState } from './transitions.ts'

type PaymentSeen = Extract<CoreEvent, { kind: 'paymentSeen' }>

/**
 * WeChat says that an attempt is paid. It is booked on the attempt in every state of the order; whether it makes the
 * order paid or goes back to the buyer is `latePayment`'s to say. Amount and payer must be the order's own.
 */
export const decidePaymentSeen = (order: Order, event: PaymentSeen, nowMs: number): Decision => {
  const { payment, outTradeNo } = event
  const attempt = order.attempts.find((one) => one.outTradeNo === outTradeNo)
  if (attempt === undefined) return err({ code: 'PAYMENT_MISMATCH', field: 'attempt' })
  if (payment.totalFen !== attempt.amountFen) return err({ code: 'PAYMENT_MISMATCH', field: 'amount' })
  if (event.payer !== order.buyer) return err({ code: 'PAYMENT_MISMATCH', field: 'payer' })
  if (attempt.paid?.transactionId === payment.transactionId) return ok(order)
  const state = nextPaymentState(attempt.state, 'pay')
  if (state === undefined) return err({ code: 'PAYMENT_MISMATCH', field: 'transaction' })

  const paid: PaymentAttempt = { ...attempt, state, paid: payment }
  const attempts = order.attempts.map((one) => (one === attempt ? paid : one))
  const outbox = removeEffects(order.outbox, [`close:${outTradeNo}`])
  const booked = { ...order, attempts, outbox }
  const facts = { amountFen: payment.totalFen, transactionId: payment.transactionId }

  const goesBack = latePayment(order)
  return goesBack === undefined
    ? sale(order, booked, paid, facts, nowMs)
    : giveBack(booked, paid, goesBack, facts, nowMs)
}

type Facts = { readonly amountFen: number; readonly transactionId: string }

/** The money makes the order paid; whatever else is still payable for it is closed. */
const sale = (before: Order, booked: Order, paid: PaymentAttempt, facts: Facts, nowMs: number): Decision => {
  const state = nextOrderState(before.state, 'pay')
  // Stryker disable next-line all: `latePayment` lets no other state come here; the check is for whoever changes one of the two
  if (state === undefined) throw new Error(`${before.orderNo}: a sale from ${before.state}`)
  const { attempts, effects } = closeOpenAttempts(booked.attempts)
  const history = [{ by: 'wechat', what: 'payment.seen', facts }] as const
  const fields = { state, paidBy: paid.outTradeNo, attempts }
  const sold = change(booked, nowMs, fields, history, [...effects, ...tells(booked)])
  return ok(applyDetailChange(sold, verticalOf(sold).paid(sold, nowMs), nowMs))
}

const tells = (order: Order): { key: string; effect: CoreEffect }[] =>
  verticalOf(order).partOf !== undefined
    ? []
    : [
        tell('tell', { message: 'order.paid', to: order.buyer }),
        tell('tell', { message: 'owner.newOrder', to: 'owners' }),
      ]

/** The money came too late or twice: all of it goes back. */
const giveBack = (booked: Order, paid: PaymentAttempt, reason: RefundReason, facts: Facts, nowMs: number): Decision => {
  const noted = change(booked, nowMs, {}, [{ by: 'wechat', what: `payment.${reason}`, facts }])
  const { outTradeNo, amountFen } = paid
  const refunded = decideRefund(noted, { by: 'system', key: 'back', amountFen, reason, of: outTradeNo }, nowMs)
  if (!refunded.ok) return refunded
  return ok(hasLiveAttempt(booked) ? refunded.value : closeConfirmed(refunded.value, nowMs))
}

/** `undefined`: the money makes the order paid. Otherwise why it goes back. */
export const latePayment = (order: Order): RefundReason | undefined => {
  switch (order.state) {
    case 'unpaid':
      return undefined
    case 'closing':
      // Expired but paid in time, as it turns out: everything is still held, so it is a sale.
      return order.closeReason === 'expired' ? undefined : 'latePayment'
    case 'closed':
      // After a cancellation even what nothing is held for stays cancelled.
      return order.closeReason === 'expired' &&
        verticalOf(order).revivable?.(order) === true &&
        order.paidBy === undefined
        ? undefined
        : 'latePayment'
    case 'paid':
    case 'completed':
    case 'refunded':
      return 'doublePayment'
  }
}
