import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutRefundNo } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import { decide } from '../../order/decide.ts'
import type { Order } from '../../order/order.ts'
import type { OrderEvent } from '../../order/order-event.ts'
import { outTradeNoOf } from '../../payment/out-trade-no.ts'
import { outRefundNoOf } from '../../refund/out-refund-no.ts'
import { after, buyer, paid, placed } from '../../shop/testing.ts'
import { balancesOf, unbalanced } from '../balances.ts'
import { moveMoney } from '../ledger-entry.ts'
import { newEntries, orderEntries } from '../order-entries.ts'
import { payoutEntry } from '../payout-entry.ts'

const balances = (order: Order) => Object.fromEntries(balancesOf(orderEntries(order)))
const refundNo = (order: Order, key: string): OutRefundNo => outRefundNoOf(outTradeNoOf(order.orderNo, 1), key)
const give = (amount: number, key: string) =>
  ({ kind: 'refund', by: 'owner', key, amountFen: fen(amount), reason: 'merchantDecision' }) as const

describe('the books of an order', () => {
  it('say nothing while nothing is paid', () => {
    expect(orderEntries(placed())).toEqual([])
  })

  it('count what was paid as sales, at the moment WeChat took it', () => {
    const order = paid()
    expect(orderEntries(order)).toEqual([
      {
        id: `pay:${order.orderNo}-1`,
        orderNo: order.orderNo,
        atMs: 1000,
        postings: [
          { account: 'wechat', fen: 3987 },
          { account: 'sales:shop', fen: -3987 },
        ],
      },
    ])
  })

  it('owe a refund when it is decided, pay it when it has arrived', () => {
    const decided = after(paid(), give(100, 'a'), 2000)
    expect(balances(decided)).toEqual({ wechat: 3987, 'sales:shop': -3887, 'owed:o-buyer': -100 })
    const seen = { kind: 'refundSeen', outRefundNo: refundNo(decided, 'a') } as const
    const settled = after(decided, { ...seen, move: 'settle' }, 3000)
    expect(balances(settled)).toEqual({ wechat: 3887, 'sales:shop': -3887 })
    expect(orderEntries(settled).map(({ id, atMs }) => [id.split('-1').join(''), atMs])).toEqual([
      [`pay:${settled.orderNo}`, 1000],
      [`refund:${settled.orderNo}-a`, 2000],
      [`refund:${settled.orderNo}-a:settled`, 3000],
    ])
    expect(newEntries(decided, settled).map(({ id }) => id)).toEqual([`refund:${refundNo(decided, 'a')}:settled`])
    expect(newEntries(settled, settled)).toEqual([])
    expect(newEntries(undefined, settled)).toHaveLength(3)
  })

  it('take a refund back that WeChat closed', () => {
    const decided = after(paid(), give(100, 'a'), 2000)
    const closed = after(decided, { kind: 'refundSeen', outRefundNo: refundNo(decided, 'a'), move: 'close' }, 3000)
    expect(balances(closed)).toEqual({ wechat: 3987, 'sales:shop': -3987 })
    const id = `refund:${refundNo(decided, 'a')}:closed`
    expect(newEntries(decided, closed)).toMatchObject([{ id, atMs: 3000 }])
  })

  it('never count money as sales that came too late: it is owed from the start', () => {
    const late = paid(after(placed(), { kind: 'cancel' }), 5000)
    expect(balances(late)).toEqual({ wechat: 3987, 'owed:o-buyer': -3987 })
    const outRefundNo = refundNo(late, 'back')
    expect(balances(after(late, { kind: 'refundSeen', outRefundNo, move: 'settle' }))).toEqual({})
    const closed = after(late, { kind: 'refundSeen', outRefundNo, move: 'close' })
    expect(balances(closed)).toEqual({ wechat: 3987, 'owed:o-buyer': -3987 })
  })

  it('know what a runner withdrew, and from where', () => {
    const entry = payoutEntry({ payoutNo: 'P1', runner: 'o-runner', amountFen: 500, paidAtMs: 9, by: 'bank' })
    expect(entry).toStrictEqual({
      id: 'payout:P1',
      atMs: 9,
      postings: [
        { account: 'runner:o-runner', fen: 500 },
        { account: 'bank', fen: -500 },
      ],
    })
  })

  it('refuse to move nothing, or part of a fen', () => {
    for (const amount of [0, -1, 0.5, Number.NaN])
      expect(() => moveMoney('x', { from: 'bank', to: 'wechat', amount, atMs: 0 })).toThrow(`x: moves ${amount} fen`)
  })

  it('name entries that were not made here', () => {
    const good = moveMoney('x', { from: 'bank', to: 'wechat', amount: 1, atMs: 0 })
    const bad = { ...good, postings: [{ account: 'wechat', fen: 1 } as const] }
    const worse = { ...good, postings: [...good.postings, { account: 'wechat', fen: 1 } as const] }
    const empty = { ...good, postings: [{ account: 'wechat', fen: 0 } as const] }
    expect(unbalanced([good, bad, worse, empty])).toEqual([bad, worse, empty])
  })

  it('balance, only grow, and tell to the fen what is at WeChat, whatever happens to the order', () => {
    const orderNo = placed().orderNo
    const attempt = fc.integer({ min: 1, max: 2 }).map((n) => outTradeNoOf(orderNo, n))
    const event: fc.Arbitrary<OrderEvent> = fc.oneof(
      attempt.map((outTradeNo): OrderEvent => {
        const payment = { transactionId: `t-${outTradeNo}`, totalFen: fen(3987), paidAtMs: 1 }
        return { kind: 'paymentSeen', outTradeNo, payer: buyer, payment }
      }),
      attempt.map((outTradeNo): OrderEvent => ({ kind: 'paymentClosed', outTradeNo })),
      fc.constantFrom<OrderEvent>(
        { kind: 'cancel' },
        { kind: 'timePassed' },
        { kind: 'payAgain', clientIp: '::1', nonce: 'n' },
        { kind: 'shop.ship', parcel: { carrier: 'SF', trackingNo: 'S1', sentAtMs: 0 }, all: true },
        { kind: 'shop.confirm', by: 'buyer' },
      ),
      fc
        .record({ amount: fc.integer({ min: 1, max: 3987 }), key: fc.constantFrom('a', 'b', 'c') })
        .map(({ amount, key }): OrderEvent => give(amount, key)),
      fc
        .record({
          of: attempt,
          key: fc.constantFrom('a', 'b', 'c', 'back'),
          move: fc.constantFrom('accept' as const, 'settle' as const, 'close' as const, 'abnormal' as const),
        })
        .map(({ of, key, move }): OrderEvent => ({ kind: 'refundSeen', outRefundNo: outRefundNoOf(of, key), move })),
    )
    const life = fc.array(fc.tuple(event, fc.integer({ min: 1, max: 1_000_000 })), { maxLength: 25 })
    fc.assert(
      fc.property(life, (steps) => {
        let order = placed()
        let nowMs = 0
        for (const [one, passed] of steps) {
          nowMs += passed
          const before = orderEntries(order)
          const decided = decide(order, one, nowMs)
          if (decided.ok) order = decided.value
          const entries = orderEntries(order)
          expect(unbalanced(entries)).toEqual([])
          for (const entry of before) expect(entries).toContainEqual(entry)
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
          const got = order.attempts.reduce((sum, { paid: p }) => sum + (p?.totalFen ?? 0), 0)
          const back = order.refunds.reduce((sum, r) => (r.state === 'settled' ? sum + r.amountFen : sum), 0)
          expect(balancesOf(entries).get('wechat') ?? 0).toBe(got - back)
          expect(balancesOf(entries).get('sales:shop') ?? 0).toBeLessThanOrEqual(0)
          expect(balancesOf(entries).get(`owed:${order.buyer}`) ?? 0).toBeLessThanOrEqual(0)
        }
      }),
    )
  })
})
