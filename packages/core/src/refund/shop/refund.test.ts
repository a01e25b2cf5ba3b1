import { describe, expect, it } from 'vitest'
import type { OutRefundNo } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import { decide } from '../../order/decide.ts'
import type { Order } from '../../order/order.ts'
import type { OrderEvent } from '../../order/order-event.ts'
import { outTradeNoOf } from '../../payment/out-trade-no.ts'
import { after, paid, placed } from '../../shop/testing.ts'
import { isRefundKey, outRefundNoOf } from '../out-refund-no.ts'
import { maxRefundsPerPayment, refundableForMs } from '../refund.ts'
import { refundIfPossible, refundTrouble } from '../refund-trouble.ts'
import { paidFen, refundableFen, refundedOrPendingFen, settledRefundFen } from '../refundable.ts'
import type { RefundMove } from '../transitions.ts'

const outTradeNo = outTradeNoOf(placed().orderNo, 1)
const give = (amount: number, key = 'a'): OrderEvent => ({
  kind: 'refund',
  by: 'owner',
  key,
  amountFen: fen(amount),
  reason: 'merchantDecision',
})
const seen = (move: RefundMove, key = 'a', refundId?: string): OrderEvent => ({
  kind: 'refundSeen',
  outRefundNo: outRefundNoOf(outTradeNo, key),
  move,
  ...(refundId === undefined ? {} : { refundId }),
})
const refusal = (order: Order, event: OrderEvent, nowMs = 1000) => {
  const decided = decide(order, event, nowMs)
  return decided.ok ? undefined : decided.refusal
}

describe('a refund', () => {
  it('is written down with its number before WeChat hears of it', () => {
    const order = after(paid(), give(100), 2000)
    expect(order.refunds).toStrictEqual([
      {
        outRefundNo: `${outTradeNo}-a`,
        outTradeNo,
        amountFen: 100,
        reason: 'merchantDecision',
        state: 'requested',
        requestedAtMs: 2000,
      },
    ])
    expect(order.history.at(-1)).toStrictEqual({
      atMs: 2000,
      by: 'owner',
      what: 'refund.requested',
      facts: { amountFen: 100, reason: 'merchantDecision' },
    })
    expect(order.outbox.at(-1)).toMatchObject({
      key: `refund:${outTradeNo}-a`,
      effect: { kind: 'submitRefund', outRefundNo: `${outTradeNo}-a` },
    })
    expect(after(order, give(100))).toBe(order)
    expect(refusal(order, give(101))).toStrictEqual({ code: 'REFUND_REUSED' })
  })

  it('is one fen or more, and never more than is left', () => {
    const order = after(paid(), give(3000))
    const tooMuch = { code: 'REFUND_TOO_MUCH', refundableFen: 987 }
    expect(refusal(order, give(988, 'b'))).toStrictEqual(tooMuch)
    expect(refusal(order, give(0, 'b'))).toStrictEqual(tooMuch)
    expect(refusal(order, give(987, 'b'))).toBeUndefined()
    expect(refusal(order, give(1, 'b'))).toBeUndefined()
  })

  it('is of something that was paid, within a year, and one of 50', () => {
    expect(refusal(placed(), give(1))).toStrictEqual({ code: 'NOT_NOW', state: 'unpaid' })
    const until = 1000 + refundableForMs
    expect(refundableForMs).toBe(365 * 86_400_000)
    expect(refusal(paid(), give(1), until)).toBeUndefined()
    expect(refusal(paid(), give(1), until + 1)).toStrictEqual({ code: 'REFUND_TOO_LATE', refundableUntilMs: until })
    let order = paid()
    for (let n = 1; n <= maxRefundsPerPayment; n++) order = after(order, give(1, `k${n}`))
    expect(order.refunds).toHaveLength(50)
    expect(refusal(order, give(1, 'more'))).toStrictEqual({ code: 'REFUND_TOO_MANY', most: 50 })
  })

  it('is of the payment that made the sale, not of an earlier try', () => {
    const second = outTradeNoOf(placed().orderNo, 2)
    const again = after(after(placed(), { kind: 'paymentClosed', outTradeNo }), {
      kind: 'payAgain',
      clientIp: '::1',
      nonce: 'n',
    })
    const payment = { transactionId: 't2', totalFen: fen(3987), paidAtMs: 500_000 }
    const order = after(again, { kind: 'paymentSeen', outTradeNo: second, payer: placed().buyer, payment }, 500_000)
    const until = 500_000 + refundableForMs
    expect(after(order, give(1), until).refunds).toMatchObject([{ outTradeNo: second }])
    expect(refundTrouble(order, fen(1), until)).toBeUndefined()
    expect(refundTrouble(order, fen(1), until + 1)).toMatchObject({ code: 'REFUND_TOO_LATE' })
    const others = Array.from({ length: 50 }, (_, n) => ({
      outRefundNo: outRefundNoOf(outTradeNo, `k${n}`),
      outTradeNo,
      amountFen: fen(1),
      reason: 'latePayment' as const,
      state: 'settled' as const,
      requestedAtMs: 0,
    }))
    expect(refusal({ ...order, refunds: others }, give(1))).toBeUndefined()
  })

  it('has a key of its own form', () => {
    expect(() => decide(paid(), give(1, 'a b'), 0)).toThrow('not a refund key: a b')
    for (const good of ['a', 'A-_9', 'x'.repeat(20)]) expect(isRefundKey(good)).toBe(true)
    for (const bad of ['', 'x'.repeat(21), 'a.b', ' a', 'a ', 'ä']) expect(isRefundKey(bad)).toBe(false)
    expect(outRefundNoOf(outTradeNo, 'x'.repeat(20)).length).toBeLessThanOrEqual(64)
  })

  it('of everything tells the vertical when it is decided, of less does not', () => {
    expect(after(paid(), give(3987)).detail).toMatchObject({ fulfilment: 'revoked' })
    expect(after(paid(), give(3986)).detail).toMatchObject({ fulfilment: 'toShip' })
    const late = after(after(placed(), { kind: 'cancel' }), {
      kind: 'paymentSeen',
      outTradeNo,
      payer: placed().buyer,
      payment: { transactionId: 't', totalFen: fen(3987), paidAtMs: 1 },
    })
    expect(late.refunds).toHaveLength(1)
    expect(late.detail).toMatchObject({ fulfilment: 'none' })
  })
})

describe('what WeChat says of a refund', () => {
  const order = () => after(paid(), give(3987), 2000)

  it('is booked with its own number and moment', () => {
    const accepted = after(order(), seen('accept', 'a', 'r1'), 3000)
    expect(accepted.refunds[0]).toMatchObject({ state: 'accepted', refundId: 'r1' })
    expect(accepted.outbox.map(({ key }) => key)).not.toContain(`refund:${outTradeNo}-a`)
    expect(accepted.history.at(-1)).toStrictEqual({
      atMs: 3000,
      by: 'wechat',
      what: 'refund.accepted',
      facts: { amountFen: 3987 },
    })
    expect('refundId' in (after(order(), seen('accept')).refunds[0] ?? {})).toBe(false)
    expect('settledAtMs' in (accepted.refunds[0] ?? {})).toBe(false)
    expect('closedAtMs' in (accepted.refunds[0] ?? {})).toBe(false)
    expect(after(accepted, seen('accept'))).toBe(accepted)
    const settled = after(accepted, seen('settle'), 4000)
    expect(settled).toMatchObject({
      state: 'refunded',
      refunds: [{ state: 'settled', settledAtMs: 4000, refundId: 'r1' }],
    })
    expect(settled.history.slice(-2)).toStrictEqual([
      { atMs: 4000, by: 'wechat', what: 'refund.settled', facts: { amountFen: 3987 } },
      { atMs: 4000, by: 'system', what: 'order.refunded' },
    ])
    for (const move of ['accept', 'settle', 'abnormal', 'close'] as const)
      expect(after(settled, seen(move))).toBe(settled)
    const closed = after(order(), seen('close'), 4000)
    expect(closed).toMatchObject({ state: 'paid', refunds: [{ state: 'closed', closedAtMs: 4000 }] })
  })

  it('is refused of a refund that is not the order’s', () => {
    const strange: OrderEvent = { kind: 'refundSeen', outRefundNo: 'x' as OutRefundNo, move: 'settle' }
    expect(refusal(order(), strange)).toStrictEqual({ code: 'NO_SUCH_REFUND' })
  })

  it('ends the order only when all of the sale is back', () => {
    const parts = after(after(paid(), give(3000)), give(987, 'b'))
    const one = after(parts, seen('settle'))
    expect(one.state).toBe('paid')
    expect(after(one, seen('settle', 'b')).state).toBe('refunded')
    expect(after(one, seen('close', 'b')).state).toBe('paid')
  })

  it('of a payment that was no sale leaves the order as it is', () => {
    const late = after(after(placed(), { kind: 'cancel' }), {
      kind: 'paymentSeen',
      outTradeNo,
      payer: placed().buyer,
      payment: { transactionId: 't', totalFen: fen(3987), paidAtMs: 1 },
    })
    expect(after(late, seen('settle', 'back'))).toMatchObject({ state: 'closed', refunds: [{ state: 'settled' }] })
  })
})

describe('what can be given back', () => {
  it('is what was paid less what is back or on its way', () => {
    expect([paidFen(placed(), outTradeNo), paidFen(paid(), outTradeNo), paidFen(paid(), undefined)]).toEqual([
      0, 3987, 0,
    ])
    let order = after(after(after(paid(), give(100, 'a')), give(200, 'b')), give(300, 'c'))
    expect([refundedOrPendingFen(order, outTradeNo), refundableFen(order, outTradeNo)]).toEqual([600, 3387])
    order = after(after(order, seen('settle', 'a')), seen('close', 'b'))
    expect([refundedOrPendingFen(order, outTradeNo), refundableFen(order, outTradeNo)]).toEqual([400, 3587])
    expect(settledRefundFen(order)).toBe(100)
    expect([refundedOrPendingFen(order, outTradeNoOf(order.orderNo, 2)), refundableFen(order, undefined)]).toEqual([
      0, 0,
    ])
  })

  it('is known beforehand, with the reason why not', () => {
    const until = 1000 + refundableForMs
    expect(refundTrouble(paid(), fen(3987), until)).toBeUndefined()
    expect(refundTrouble(paid(), fen(3988), 0)).toStrictEqual({ code: 'REFUND_TOO_MUCH', refundableFen: 3987 })
    expect(refundTrouble(paid(), fen(1), until + 1)).toStrictEqual({
      code: 'REFUND_TOO_LATE',
      refundableUntilMs: until,
    })
    expect(refundTrouble(placed(), fen(0), 5)).toBeUndefined()
    let order = paid()
    for (let n = 1; n < maxRefundsPerPayment; n++) order = after(order, give(1, `k${n}`))
    expect(refundTrouble(order, fen(1), 5000)).toBeUndefined()
    order = after(order, give(1, 'last'))
    expect(refundTrouble(order, fen(1), 5000)).toStrictEqual({ code: 'REFUND_TOO_MANY', most: 50 })
    const other = {
      ...paid(),
      refunds: order.refunds.map((one) => ({ ...one, outTradeNo: outTradeNoOf(order.orderNo, 2) })),
    }
    expect(refundTrouble(other, fen(1), 5000)).toBeUndefined()
  })

  it('is left out where nothing is to be given or nothing can', () => {
    const refund = { key: 'a', amountFen: fen(1), reason: 'notTaken' } as const
    expect(refundIfPossible(paid(), refund, 0)).toStrictEqual([refund])
    expect(refundIfPossible(paid(), { ...refund, amountFen: fen(0) }, 0)).toStrictEqual([])
    expect(refundIfPossible(placed(), refund, 0)).toStrictEqual([])
  })
})
