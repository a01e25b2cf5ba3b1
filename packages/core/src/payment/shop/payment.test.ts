import { describe, expect, it } from 'vitest'
import type { OpenId, OrderNo, OutTradeNo } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import { decide } from '../../order/decide.ts'
import type { Order } from '../../order/order.ts'
import type { OrderEvent } from '../../order/order-event.ts'
import { payableForMs } from '../../order/place-order.ts'
import { after, buyer, placed } from '../../shop/testing.ts'
import { quiet } from '../../testing/quiet.ts'
import { payableAttempt } from '../decide-pay-again.ts'
import { latePayment } from '../decide-payment-seen.ts'
import { closeOpenAttempts, hasLiveAttempt } from '../live-attempts.ts'
import { orderNoOf, outTradeNoOf } from '../out-trade-no.ts'
import type { PaymentState } from '../transitions.ts'

const number = (n: number) => outTradeNoOf(placed().orderNo, n)
const seen = (n = 1, more: { totalFen?: number; payer?: OpenId; transactionId?: string } = {}): OrderEvent => ({
  kind: 'paymentSeen',
  outTradeNo: number(n),
  payer: more.payer ?? buyer,
  payment: { transactionId: more.transactionId ?? `t${n}`, totalFen: fen(more.totalFen ?? 3987), paidAtMs: 700 },
})
const closed = (n = 1): OrderEvent => ({ kind: 'paymentClosed', outTradeNo: number(n) })
const again: OrderEvent = { kind: 'payAgain', clientIp: '::2', nonce: 'second' }
const refusal = (order: Order, event: OrderEvent, nowMs = 1000) => {
  const decided = decide(order, event, nowMs)
  return decided.ok ? undefined : decided.refusal
}
const withState = (state: PaymentState): Order => ({
  ...placed(),
  attempts: placed().attempts.map((one) => ({ ...one, state })),
})
const story = (order: Order) => order.history.map(({ by, what }) => `${by} ${what}`)

describe('a payment that WeChat reports', () => {
  it('is booked on its attempt with WeChat’s own facts, and makes the sale', () => {
    const order = after(placed(), seen(), 1000)
    expect(order).toMatchObject({
      state: 'paid',
      paidBy: number(1),
      attempts: [{ state: 'paid', paid: { transactionId: 't1', totalFen: 3987, paidAtMs: 700 } }],
    })
    expect(order.history.at(-1)).toStrictEqual({
      atMs: 1000,
      by: 'wechat',
      what: 'payment.seen',
      facts: { amountFen: 3987, transactionId: 't1' },
    })
    expect(after(order, seen())).toBe(order)
  })

  it('is not booked when a fact of it is not the order’s', () => {
    const mismatch = (field: string) => ({ code: 'PAYMENT_MISMATCH', field })
    expect(refusal(placed(), seen(2))).toStrictEqual(mismatch('attempt'))
    expect(refusal(placed(), seen(1, { totalFen: 3986 }))).toStrictEqual(mismatch('amount'))
    expect(refusal(placed(), seen(1, { payer: 'o-other' as OpenId }))).toStrictEqual(mismatch('payer'))
    expect(refusal(after(placed(), seen()), seen(1, { transactionId: 't9' }))).toStrictEqual(mismatch('transaction'))
  })

  it('stops asking WeChat to close what is paid', () => {
    const closing = after(placed(), { kind: 'timePassed' }, payableForMs)
    expect(closing.outbox.map(({ key }) => key)).toEqual([`close:${number(1)}`])
    const order = quiet(after(closing, seen()))
    expect(order.state).toBe('paid')
    expect(order.outbox.map(({ key }) => key)).toEqual(['stock:commit'])
  })

  it('closes what else could still be paid', () => {
    const second = after(after(placed(), closed()), again)
    const order = quiet(after(second, seen(1)))
    expect(order).toMatchObject({ paidBy: number(1), attempts: [{ state: 'paid' }, { state: 'closing' }] })
    expect(order.outbox.map(({ key }) => key)).toEqual([`close:${number(2)}`, 'stock:commit'])
    expect(order.outbox[0]?.effect).toStrictEqual({ kind: 'closePayment', outTradeNo: number(2) })
    const twice = after(order, seen(2), 5000)
    expect(twice).toMatchObject({
      state: 'paid',
      paidBy: number(1),
      refunds: [{ outTradeNo: number(2), amountFen: 3987, reason: 'doublePayment', state: 'requested' }],
    })
    expect(twice.detail).toMatchObject({ fulfilment: 'toShip' })
    expect(twice.history.slice(-2).map(({ what, by }) => `${by} ${what}`)).toEqual([
      'wechat payment.doublePayment',
      'system refund.requested',
    ])
    expect(twice.history.at(-2)?.facts).toStrictEqual({ amountFen: 3987, transactionId: 't2' })
    expect(twice.outbox.map(({ key }) => key)).toEqual(['stock:commit', `refund:${number(2)}-back`])
  })

  it('goes back when it comes after a cancellation, which is then confirmed', () => {
    const cancelled = after(placed(), { kind: 'cancel' })
    const late = after(cancelled, seen(), 5000)
    expect(late).toMatchObject({ state: 'closed', refunds: [{ reason: 'latePayment', amountFen: 3987 }] })
    expect(late.paidBy).toBeUndefined()
    expect(story(late).slice(-3)).toEqual([
      'wechat payment.latePayment',
      'system refund.requested',
      'system order.closed',
    ])
    const closing = after(after(after(placed(), closed()), again), { kind: 'cancel' })
    expect(after(closing, seen(1)).state).toBe('closing')
  })

  it('is for a person when it is told more than a year late: WeChat gives nothing back any more', () => {
    const cancelled = after(placed(), { kind: 'cancel' })
    const year = 700 + 365 * 86_400_000
    expect(refusal(cancelled, seen(), year + 1)).toStrictEqual({ code: 'REFUND_TOO_LATE', refundableUntilMs: year })
    expect(refusal(cancelled, seen(), year)).toBeUndefined()
  })

  it('is a sale or goes back, by the state of the order', () => {
    const of = (fields: Partial<Order>) => latePayment({ ...placed(), ...fields })
    expect(of({ state: 'unpaid' })).toBeUndefined()
    expect(of({ state: 'closing', closeReason: 'expired' })).toBeUndefined()
    expect(of({ state: 'closing', closeReason: 'cancelled' })).toBe('latePayment')
    expect(of({ state: 'closing', closeReason: 'unavailable' })).toBe('latePayment')
    expect(of({ state: 'closed', closeReason: 'expired' })).toBe('latePayment')
    expect(of({ state: 'closed', closeReason: 'cancelled' })).toBe('latePayment')
    for (const state of ['paid', 'completed', 'refunded'] as const) expect(of({ state })).toBe('doublePayment')
  })
})

describe('an attempt that WeChat reports closed', () => {
  it('is closed, and is not asked about again', () => {
    const order = after(placed(), closed())
    expect(order).toMatchObject({ state: 'unpaid', attempts: [{ state: 'closed' }] })
    expect(after(order, closed())).toBe(order)
    expect(after(order, closed(9))).toBe(order)
    const paid = after(placed(), seen())
    expect(after(paid, closed())).toBe(paid)
    const closing = after(placed(), { kind: 'timePassed' }, payableForMs)
    expect(after(closing, closed()).outbox.map(({ key }) => key)).toEqual(['stock:release'])
  })

  it('closes its order when no other can be paid any more', () => {
    const two = after(after(placed(), closed()), again)
    expect(two.attempts.map(({ state }) => state)).toEqual(['closed', 'open'])
    const closing = after(two, { kind: 'cancel' })
    expect(after(closing, closed(2)).state).toBe('closed')
    const both = { ...closing, attempts: closing.attempts.map((one) => ({ ...one, state: 'closing' as const })) }
    expect(after(both, closed(1)).state).toBe('closing')
  })
})

describe('paying again', () => {
  it('begins a new attempt only when the last one is closed, at the same price and up to the same deadline', () => {
    const order = after(after(placed(), closed()), again, 60_000)
    const first = placed().attempts[0]
    expect(order.attempts[1]).toStrictEqual({
      ...first,
      outTradeNo: number(2),
      state: 'open',
      prepay: { ...first?.prepay, clientIp: '::2', nonce: 'second' },
      createdAtMs: 60_000,
    })
    expect(after(order, again)).toBe(order)
    for (const state of ['open', 'closing'] as const) expect(after(withState(state), again)).toEqual(withState(state))
  })

  it('is refused past the deadline and when there is nothing to pay', () => {
    expect(refusal(placed(), again, payableForMs - 1)).toBeUndefined()
    expect(refusal(placed(), again, payableForMs)).toStrictEqual({ code: 'PAY_TIME_OVER', payUntilMs: payableForMs })
    expect(refusal(after(placed(), seen()), again)).toStrictEqual({ code: 'NOT_NOW', state: 'paid' })
    expect(() => decide({ ...placed(), attempts: [] }, again, 0)).toThrow(
      `${placed().orderNo}: an order without an attempt`,
    )
  })

  it('hands WeChat the last attempt while it can be paid', () => {
    expect(payableAttempt(placed(), payableForMs - 1)?.outTradeNo).toBe(number(1))
    expect(payableAttempt(placed(), payableForMs)).toBeUndefined()
    expect(payableAttempt(after(placed(), seen()), 0)).toBeUndefined()
    expect(payableAttempt({ ...placed(), attempts: [] }, 0)).toBeUndefined()
    for (const state of ['closing', 'closed', 'paid'] as const)
      expect(payableAttempt(withState(state), 0)).toBeUndefined()
    expect(payableAttempt(after(after(placed(), closed()), again), 0)?.outTradeNo).toBe(number(2))
  })
})

describe('attempts', () => {
  it('may still bring money while open or closing', () => {
    expect((['open', 'closing', 'closed', 'paid'] as const).map((state) => hasLiveAttempt(withState(state)))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(hasLiveAttempt({ attempts: [] })).toBe(false)
  })

  it('are closed at WeChat as long as they may be paid, the rest is left alone', () => {
    const all = (['open', 'closing', 'closed', 'paid'] as const).flatMap((state) => withState(state).attempts)
    const { attempts, effects } = closeOpenAttempts(all)
    expect(attempts.map(({ state }) => state)).toEqual(['closing', 'closing', 'closed', 'paid'])
    const effect = { key: `close:${number(1)}`, effect: { kind: 'closePayment', outTradeNo: number(1) } }
    expect(effects).toStrictEqual([effect, effect])
  })

  it('carry the order’s number and their own, which leads back to the order', () => {
    const orderNo = '0123456789ABCDEFGHJKMNPQRS' as OrderNo
    expect(outTradeNoOf(orderNo, 12)).toBe(`${orderNo}-12`)
    for (const n of [1, 9, 10, 99]) expect(orderNoOf(outTradeNoOf(orderNo, n))).toBe(orderNo)
    for (const strange of [
      '',
      orderNo,
      `${orderNo}-0`,
      `${orderNo}-100`,
      `x${orderNo}-1`,
      `${orderNo}-1x`,
      `${orderNo}_1`,
      `${orderNo.toLowerCase()}-1`,
    ])
      expect(orderNoOf(strange), strange).toBeUndefined()
    expect(number(99).length).toBeLessThanOrEqual(32)
    expect(orderNoOf('A' as OutTradeNo)).toBeUndefined()
  })
})
