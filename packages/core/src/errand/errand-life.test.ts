import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancesOf, unbalanced } from '../ledger/balances.ts'
import { orderEntries } from '../ledger/order-entries.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { orderKeys } from '../order/order-keys.ts'
import { viewOrder } from '../order/view-order.ts'
import { paidFen, refundedOrPendingFen } from '../refund/refundable.ts'
import { stillEarnedFen } from './dispute.ts'
import { leftFen } from './task-money.ts'
import {
  confirm,
  detailOf,
  extraPaid,
  noon,
  opened,
  paidFor,
  placed,
  rival,
  runner,
  seenBy,
  taskOf,
  tick,
} from './testing.ts'

describe('whatever happens to a task', () => {
  const amount = fc.integer({ min: 0, max: 2500 }).map(fen)
  const who = fc.constantFrom(runner, rival)
  const event: fc.Arbitrary<OrderEvent> = fc.oneof(
    who.map((one): OrderEvent => ({ kind: 'errand.take', runner: one })),
    who.map((one): OrderEvent => ({ kind: 'errand.drop', runnerNo: one.runnerNo, why: '' })),
    fc.record({ one: who, goodsFen: amount, code: fc.constantFrom('4660', '0000') }).map(
      ({ one, goodsFen, code }): OrderEvent => ({
        kind: 'errand.pickUp',
        runnerNo: one.runnerNo,
        code,
        goodsFen,
        receipt: [],
      }),
    ),
    fc
      .record({ one: who, code: fc.constantFrom('2136', '0000') })
      .map(({ one, code }): OrderEvent => ({ kind: 'errand.deliver', runnerNo: one.runnerNo, code })),
    fc.record({ one: who, goodsFen: fc.integer({ min: 1, max: 9000 }) }).map(
      ({ one, goodsFen }): OrderEvent => ({
        kind: 'errand.askGoods',
        runnerNo: one.runnerNo,
        goodsFen: fen(goodsFen),
      }),
    ),
    fc.constantFrom<OrderEvent>(
      confirm,
      tick,
      tick,
      { kind: 'errand.dispute', by: 'buyer', why: '', pictures: [] },
      { kind: 'errand.rate', by: 'runner', stars: 3, words: '' },
      extraPaid(300),
      extraPaid(200, 'tip', 'Y'),
      extraPaid(1000, 'goods', 'Z'),
    ),
    amount.map((toldFen): OrderEvent => ({ kind: 'errand.cancel', toldFen })),
    fc
      .tuple(amount, amount)
      .map(([refundFen, runnerFen]): OrderEvent => ({ kind: 'errand.split', refundFen, runnerFen, note: '' })),
    fc
      .record({ refundFen: amount, clawbackFen: amount, key: fc.constantFrom('a', 'b') })
      .map((asked): OrderEvent => ({ kind: 'errand.giveBack', note: '', ...asked })),
    fc
      .record({ amountFen: fc.integer({ min: 1, max: 6400 }).map(fen), key: fc.constantFrom('o-1', 'o-2') })
      .map((asked): OrderEvent => ({ kind: 'refund', by: 'owner', reason: 'merchantDecision', ...asked })),
  )
  const life = fc.record({
    kind: fc.constantFrom('send' as const, 'buy' as const, 'do' as const),
    steps: fc.array(fc.tuple(event, fc.integer({ min: 0, max: 30 * 3_600_000 })), { maxLength: 30 }),
  })

  it('no fen is lost, the runner never gets more than is left, and saying it twice changes nothing', () => {
    fc.assert(
      fc.property(life, ({ kind, steps }) => {
        let order = opened(kind, kind === 'buy' ? { goodsFen: fen(2000) } : {})
        let nowMs = noon
        for (const [one, passed] of steps) {
          nowMs += passed
          const decided = decide(order, one, nowMs)
          if (!decided.ok) continue
          const repeated = decide(decided.value, one, nowMs)
          // A wrong code said twice is two wrong codes, and two ticks of the clock can be two steps of the task.
          const counts = one.kind === 'timePassed' || detailOf(decided.value).tries !== undefined
          if (!counts && repeated.ok) expect(repeated.value).toBe(decided.value)
          const entries = orderEntries(order)
          order = decided.value
          for (const entry of entries) expect(orderEntries(order)).toContainEqual(entry)
          check(order)
        }
      }),
      { numRuns: 400 },
    )
  })

  const check = (order: Order) => {
    const task = taskOf(order)
    const { detail } = task
    const extras = detail.extras.reduce((sum, { amountFen, refundedFen }) => sum + amountFen - refundedFen, 0)
    const left = paidFen(order, order.paidBy) - refundedOrPendingFen(order, order.paidBy) + extras
    expect(leftFen(task)).toBe(left)
    for (const { amountFen, refundedFen } of detail.extras) expect(refundedFen).toBeLessThanOrEqual(amountFen)
    expect(stillEarnedFen(detail)).toBeGreaterThanOrEqual(0)
    if (['notTaken', 'revoked'].includes(detail.task)) expect([left, stillEarnedFen(detail)]).toEqual([0, 0])
    // His part is decided from what is left, and only the owner's own later refunds can reach into it.
    const ownersOwn = order.refunds.some(({ outRefundNo }) => /-(o-|back-)/.test(outRefundNo))
    const laterBack = Object.keys(detail.clawedBack ?? {}).length > 0
    if (detail.earnedAtMs !== undefined && !ownersOwn && !laterBack)
      expect(stillEarnedFen(detail)).toBeLessThanOrEqual(left)

    const entries = orderEntries(order)
    expect(unbalanced(entries)).toEqual([])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    const his = [runner, rival].reduce((sum, { openid }) => sum - (balancesOf(entries).get(`runner:${openid}`) ?? 0), 0)
    expect(his).toBe(detail.earnedAtMs === undefined ? 0 : stillEarnedFen(detail))

    const held = ['taken', 'pickedUp'].includes(detail.task)
    const inHall = orderKeys(order).list?.startsWith('errand.open') ?? false
    expect(inHall).toBe(detail.task === 'open')
    if (held) expect(detail.runner).toBeDefined()
    for (const viewer of ['runner', 'owner', 'system', 'wechat'] as const)
      expect(viewOrder(order, viewer, noon).detail).not.toHaveProperty('codes')
    const stranger = JSON.stringify(viewOrder(order, 'system', noon).detail)
    for (const secret of ['1380000', '1370000', '王小姐', '湖墅', '解放', '1201', 'o-buyer', 'o-runner'])
      expect(stranger).not.toContain(secret)
    const seen = JSON.stringify(viewOrder(order, 'runner', noon).detail)
    expect(seen).not.toContain('o-buyer')
    if (!held && detail.task !== 'delivered' && detail.task !== 'frozen') expect(seen).not.toContain('湖墅')
  }

  it('an unpaid task offers nothing to anybody', () => {
    const order = placed()
    expect(seenBy(order, 'buyer').actions).toEqual([])
    expect(seenBy(order, 'runner').actions).toEqual([])
    expect(seenBy(paidFor(order), 'buyer').actions).toEqual(['cancel', 'addTip'])
  })
})
