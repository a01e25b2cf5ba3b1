import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenId, OutTradeNo } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import { refundedOrPendingFen } from '../../refund/refundable.ts'
import { sampleBuyer, sampleNowMs, sampleOrder } from '../../testing/shop/order-sample.ts'
import { decide, decideAll } from '../decide.ts'
import type { Order } from '../order.ts'
import type { CoreEvent, OrderEvent } from '../order-event.ts'
import { orderTransitions } from '../transitions.ts'

const minute = 60_000
const order = sampleOrder()
const [{ outTradeNo }] = order.attempts as [Order['attempts'][number]]

const seen = (of: OutTradeNo = outTradeNo, totalFen = 1990, transactionId = `tx-${of}`): CoreEvent => ({
  kind: 'paymentSeen',
  outTradeNo: of,
  payer: sampleBuyer,
  payment: { transactionId, totalFen: fen(totalFen), paidAtMs: sampleNowMs + minute },
})

const after = (start: Order, ...events: readonly OrderEvent[]): Order =>
  events.reduce((current, event) => {
    const decided = decide(current, event, sampleNowMs + 2 * minute)
    if (!decided.ok) throw new Error(decided.refusal.code)
    return decided.value
  }, start)

const refusal = (start: Order, event: OrderEvent, nowMs = sampleNowMs + 2 * minute) => {
  const decided = decide(start, event, nowMs)
  return decided.ok ? undefined : decided.refusal
}

describe('a payment that WeChat confirms', () => {
  it('makes an unpaid order paid, once, however often it is said', () => {
    const paid = after(order, seen())
    expect(paid).toMatchObject({ state: 'paid', paidBy: outTradeNo, version: 2 })
    expect(after(paid, seen())).toBe(paid)
  })

  it('is not booked when its amount, payer or number is not the order’s own', () => {
    expect(refusal(order, seen(outTradeNo, 1))).toEqual({ code: 'PAYMENT_MISMATCH', field: 'amount' })
    expect(refusal(order, { ...seen(), payer: 'oSomebodyElse' as OpenId } as CoreEvent)).toEqual({
      code: 'PAYMENT_MISMATCH',
      field: 'payer',
    })
    expect(refusal(order, seen('another-number' as OutTradeNo))).toEqual({ code: 'PAYMENT_MISMATCH', field: 'attempt' })
    expect(refusal(after(order, seen()), seen(outTradeNo, 1990, 'tx-other'))).toEqual({
      code: 'PAYMENT_MISMATCH',
      field: 'transaction',
    })
  })

  it('that slips in while an expired order closes is a sale: everything is still held', () => {
    const closing = decide(order, { kind: 'timePassed' }, order.payUntilMs)
    expect(closing).toMatchObject({ ok: true, value: { state: 'closing', closeReason: 'expired' } })
    if (closing.ok) expect(after(closing.value, seen())).toMatchObject({ state: 'paid', refunds: [] })
  })

  it('that slips in after the buyer cancelled goes back, and the order is closed', () => {
    const closed = after(order, { kind: 'cancel' }, seen())
    expect(closed).toMatchObject({
      state: 'closed',
      refunds: [{ reason: 'latePayment', amountFen: 1990, state: 'requested' }],
    })
    expect(closed.outbox.map((entry) => entry.effect.kind)).toContain('submitRefund')
  })

  it('of a closed order goes back', () => {
    const closed = after(order, { kind: 'cancel' }, { kind: 'paymentClosed', outTradeNo })
    expect(closed.state).toBe('closed')
    expect(after(closed, seen()).refunds).toMatchObject([{ reason: 'latePayment', amountFen: 1990 }])
  })

  it('of a second attempt goes back when the first one paid all the same', () => {
    const twice = after(
      order,
      { kind: 'paymentClosed', outTradeNo },
      { kind: 'payAgain', clientIp: '127.0.0.2', nonce: 'b' },
    )
    const [, second] = twice.attempts as [unknown, Order['attempts'][number]]
    expect(second.outTradeNo).toBe(`${order.orderNo}-2`)
    const paid = after(twice, seen())
    expect(paid).toMatchObject({ state: 'paid', attempts: [{ state: 'paid' }, { state: 'closing' }] })
    expect(after(paid, seen(second.outTradeNo))).toMatchObject({
      state: 'paid',
      refunds: [{ reason: 'doublePayment', outTradeNo: second.outTradeNo }],
    })
  })
})

describe('paying again', () => {
  const again: CoreEvent = { kind: 'payAgain', clientIp: '127.0.0.9', nonce: 'other' }

  it('uses the same attempt, with the parameters it was made with', () => {
    expect(after(order, again)).toBe(order)
  })

  it('is refused past the deadline and once paid', () => {
    expect(refusal(order, again, order.payUntilMs)).toEqual({ code: 'PAY_TIME_OVER', payUntilMs: order.payUntilMs })
    expect(refusal(after(order, seen()), again)).toEqual({ code: 'NOT_NOW', state: 'paid' })
  })
})

describe('a refund', () => {
  const paid = after(order, seen())
  const ask = (amountFen: number, key: string): CoreEvent => ({
    kind: 'refund',
    by: 'owner',
    key,
    amountFen: fen(amountFen),
    reason: 'merchantDecision',
  })

  it('never gives back more than is left', () => {
    const part = after(paid, ask(1000, 'a'))
    expect(refusal(part, ask(991, 'b'))).toEqual({ code: 'REFUND_TOO_MUCH', refundableFen: 990 })
    expect(after(part, ask(1000, 'a'))).toBe(part)
    expect(refusal(part, ask(999, 'a'))).toEqual({ code: 'REFUND_REUSED' })
  })

  it('that WeChat closed gives nothing back, so its amount is free again', () => {
    const part = after(paid, ask(1990, 'a'))
    const [{ outRefundNo }] = part.refunds as [Order['refunds'][number]]
    const closed = after(part, { kind: 'refundSeen', outRefundNo, move: 'close' })
    expect(after(closed, ask(1990, 'b')).refunds).toHaveLength(2)
  })

  it('of everything ends in a refunded order once it has settled, and settled stays settled', () => {
    const part = after(paid, ask(1990, 'a'))
    const [{ outRefundNo }] = part.refunds as [Order['refunds'][number]]
    const back = after(part, { kind: 'refundSeen', outRefundNo, move: 'settle', refundId: '503' })
    expect(back).toMatchObject({ state: 'refunded', refunds: [{ state: 'settled', refundId: '503' }] })
    expect(back.outbox.some((entry) => entry.effect.kind === 'submitRefund')).toBe(false)
    expect(after(back, { kind: 'refundSeen', outRefundNo, move: 'close' })).toBe(back)
  })

  it('is taken 50 times for one payment and for one year', () => {
    const fifty = after(paid, ...Array.from({ length: 50 }, (_, n) => ask(1, `r${n}`)))
    expect(refusal(fifty, ask(1, 'r50'))).toEqual({ code: 'REFUND_TOO_MANY', most: 50 })
    expect(refusal(paid, ask(1, 'a'), sampleNowMs + 366 * 24 * 60 * minute)?.code).toBe('REFUND_TOO_LATE')
  })
})

describe('an effect that fails', () => {
  it('is tried again after a growing pause', () => {
    const closing = after(order, { kind: 'cancel' })
    const key = `close:${outTradeNo}`
    const failed = after(
      closing,
      { kind: 'effectFailed', key, reason: 'timeout' },
      { kind: 'effectFailed', key, reason: 'timeout' },
    )
    const nowMs = sampleNowMs + 2 * minute
    expect(failed.outbox.find((entry) => entry.key === key)).toMatchObject({
      tries: 2,
      notBeforeMs: nowMs + 30_000,
      lastFailure: 'timeout',
    })
    expect(failed.dueAtMs).toBeDefined()
  })
})

describe('any events in any order', () => {
  const numbers = [outTradeNo, `${order.orderNo}-2` as OutTradeNo]
  const anyEvent: fc.Arbitrary<CoreEvent> = fc.oneof(
    fc
      .record({
        of: fc.constantFrom(...numbers),
        amount: fc.constantFrom(1990, 1990, 1990, 1),
        tx: fc.constantFrom('', 'x'),
      })
      .map(({ of, amount, tx }) => seen(of, amount, `tx-${of}${tx}`)),
    fc.constantFrom(...numbers).map((of): CoreEvent => ({ kind: 'paymentClosed', outTradeNo: of })),
    fc.constantFrom<CoreEvent>(
      { kind: 'cancel' },
      { kind: 'unavailable' },
      { kind: 'timePassed' },
      { kind: 'payAgain', clientIp: '127.0.0.1', nonce: 'n' },
      { kind: 'effectsDone', keys: [`close:${outTradeNo}`] },
      { kind: 'effectFailed', key: `close:${outTradeNo}`, reason: 'busy' },
    ),
    fc.record({ key: fc.constantFrom('a', 'b', 'c'), amount: fc.constantFrom(1, 990, 1000, 1990) }).map(
      ({ key, amount }): CoreEvent => ({
        kind: 'refund',
        by: 'owner',
        key,
        amountFen: fen(amount),
        reason: 'merchantDecision',
      }),
    ),
    fc
      .record({
        of: fc.constantFrom(...numbers),
        key: fc.constantFrom('a', 'b', 'c', 'back'),
        move: fc.constantFrom('accept', 'settle', 'abnormal', 'close'),
      })
      .map(({ of, key, move }) => ({ kind: 'refundSeen', outRefundNo: `${of}-${key}`, move }) as CoreEvent),
  )
  const anyStory = fc.array(fc.tuple(anyEvent, fc.nat({ max: 20 * minute })), { maxLength: 30 })

  const reachable = (from: string, to: string): boolean =>
    Object.values(orderTransitions[from as keyof typeof orderTransitions] as Record<string, string>).some(
      (next) =>
        next === to ||
        Object.values(orderTransitions[next as keyof typeof orderTransitions] as Record<string, string>).includes(to),
    )

  it('keep the books right', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let current = order
        let nowMs = sampleNowMs
        for (const [event, pauseMs] of story) {
          nowMs += pauseMs
          const decided = decide(current, event, nowMs)
          if (!decided.ok) continue
          const next = decided.value
          if (next !== current) {
            expect(next.version).toBe(current.version + 1)
            expect(next.history.slice(0, current.history.length)).toEqual(current.history)
            if (next.state !== current.state) expect(reachable(current.state, next.state)).toBe(true)
          }
          if (event.kind !== 'effectFailed') expect(decide(next, event, nowMs)).toEqual({ ok: true, value: next })
          booksAreRight(next)
          current = next
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('decided together are one version on', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        const { order: next } = decideAll(order, events, sampleNowMs)
        expect(next === order || next.version === order.version + 1).toBe(true)
      }),
    )
  })

  const booksAreRight = (now: Order) => {
    const sold = now.state === 'paid' || now.state === 'completed' || now.state === 'refunded'
    expect(now.paidBy !== undefined).toBe(sold)
    for (const attempt of now.attempts) {
      const back = refundedOrPendingFen(now, attempt.outTradeNo)
      expect(back).toBeLessThanOrEqual(attempt.paid?.totalFen ?? 0)
      // Money that is no sale is all on its way back, unless WeChat closed that refund.
      const closed = now.refunds.some((refund) => refund.outTradeNo === attempt.outTradeNo && refund.state === 'closed')
      if (attempt.paid !== undefined && attempt.outTradeNo !== now.paidBy && !closed)
        expect(back).toBe(attempt.paid.totalFen)
    }
    if (now.state === 'closed')
      expect(now.attempts.every((one) => one.state === 'closed' || one.state === 'paid')).toBe(true)
    for (const refund of now.refunds)
      if (refund.state === 'requested')
        expect(now.outbox.some((entry) => entry.key === `refund:${refund.outRefundNo}`)).toBe(true)
    for (const attempt of now.attempts)
      if (attempt.state === 'closing' && now.outbox.length === 0) expect(now.state).not.toBe('closed')
  }
})
