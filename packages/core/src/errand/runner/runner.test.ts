import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenId, OrderNo } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import { err, ok, type Refusal, type Result } from '../../result.ts'
import { applyAgain, auditRunner, newRunner } from './apply.ts'
import { clawBack, freezeEarning, frozenFen, keptEarnings, netEarningFen, settleEarning } from './earnings.ts'
import {
  keptPayouts,
  leastPayoutFen,
  markBooked,
  mostOpenPayouts,
  mostPayoutFen,
  openPayouts,
  recordPayout,
  refusePayout,
  requestPayout,
  unbookedPayouts,
} from './payouts.ts'
import { countRating, keptRatings, noReputation } from './reputation.ts'
import type { PayoutNo, Runner, RunnerNo } from './runner.ts'
import { viewEarnings, viewRunner } from './runner-view.ts'
import { releaseSlots, takeSlot } from './slots.ts'

const person = { name: '李师傅', phone: '13900000002' }
const applied = newRunner('R1' as RunnerNo, 'o-runner' as OpenId, person, 1)
const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const approved = value(auditRunner(applied, 'approve', ''))
const rich = (available: number): Runner => ({ ...approved, availableFen: fen(available) })
const task = (name: string) => name as OrderNo
const no = (name: string) => name as PayoutNo

describe('who may run', () => {
  it('is the owner’s to say, with a reason that is gone when it no longer holds', () => {
    const refused = value(auditRunner(applied, 'refuse', '证件不清'))
    expect(refused).toMatchObject({ audit: 'refused', because: '证件不清', version: 2 })
    expect(value(auditRunner(refused, 'refuse', '别的'))).toBe(refused)
    const again = value(applyAgain(refused, person, 9))
    expect(again).toMatchObject({ audit: 'applied', appliedAtMs: 9 })
    expect(again.because).toBeUndefined()
    expect(value(applyAgain(again, person, 10))).toBe(again)
    expect(value(applyAgain(again, { ...person, phone: '13900000009' }, 10))).toMatchObject({ phone: '13900000009' })
    expect(value(applyAgain(approved, person, 10))).toBe(approved)
    expect(applyAgain(approved, { ...person, name: '别人' }, 10)).toEqual(
      err({ code: 'RUNNER_NOT_NOW', audit: 'approved' }),
    )
    const suspended = value(auditRunner(approved, 'suspend', '投诉'))
    expect(value(auditRunner(suspended, 'resume', ''))).toMatchObject({ audit: 'approved' })
    expect(auditRunner(value(auditRunner(suspended, 'bar', '')), 'resume', '')).toEqual(
      err({ code: 'RUNNER_NOT_NOW', audit: 'barred' }),
    )
  })

  it('is shown without an openid', () => {
    expect(JSON.stringify(viewRunner(approved))).not.toContain('o-runner')
    expect(viewRunner(approved).rating).toBeUndefined()
    const rated = countRating(noReputation, task('A'), { stars: 4, words: '', atMs: 1 })
    expect(viewRunner(approved, rated).rating).toEqual({ count: 1, stars: 4 })
  })
})

describe('a runner’s hands', () => {
  it('hold as many tasks as the limit says, each once, and only when he is approved', () => {
    let runner = approved
    for (const slot of ['a', 'b', 'c']) runner = value(takeSlot(runner, slot, 5))
    expect(runner.slots).toEqual({ a: 5, b: 5, c: 5 })
    expect(value(takeSlot(runner, 'a', 6))).toBe(runner)
    expect(takeSlot(runner, 'd', 6)).toEqual(err({ code: 'HANDS_FULL', limit: 3 }))
    const free = releaseSlots(runner, ['b', 'x'])
    expect(free.slots).toEqual({ a: 5, c: 5 })
    expect(releaseSlots(free, ['b'])).toBe(free)
    expect(value(takeSlot(free, 'd', 7)).slots).toEqual({ a: 5, c: 5, d: 7 })
    expect(takeSlot(applied, 'a', 1)).toEqual(err({ code: 'RUNNER_NOT_NOW', audit: 'applied' }))
  })
})

describe('what a runner earns', () => {
  it('is frozen first, then his, in the amount that was decided last', () => {
    const frozen = freezeEarning(approved, task('A'), fen(1000), 1)
    expect([frozenFen(frozen), frozen.availableFen]).toEqual([1000, 0])
    expect(freezeEarning(frozen, task('A'), fen(9), 2)).toBe(frozen)
    const settled = settleEarning(frozen, task('A'), fen(800), 2)
    expect([frozenFen(settled), settled.availableFen]).toEqual([0, 800])
    expect(settleEarning(settled, task('A'), fen(800), 3)).toBe(settled)
    expect(freezeEarning(settled, task('A'), fen(1000), 3)).toBe(settled)
  })

  it('can be taken back, each time once; what is withdrawn already he owes and works off', () => {
    const settled = settleEarning(approved, task('A'), fen(800), 1)
    const paid = value(requestPayout(settled, no('P'), fen(700), 2))
    const clawed = clawBack(paid, task('A'), 'late', fen(300), 3)
    expect(clawed).toMatchObject({ availableFen: 0, owedFen: 200 })
    expect(clawBack(clawed, task('A'), 'late', fen(300), 4)).toBe(clawed)
    expect(settleEarning(clawed, task('B'), fen(500), 5)).toMatchObject({ availableFen: 300, owedFen: 0 })
    expect(netEarningFen(clawed.earnings[task('A')] as never)).toBe(500)
  })

  it('comes out the same when a clawback overtakes the settlement', () => {
    const early = settleEarning(clawBack(approved, task('A'), 'x', fen(300), 1), task('A'), fen(800), 2)
    const late = clawBack(settleEarning(approved, task('A'), fen(800), 1), task('A'), 'x', fen(300), 2)
    expect([early.availableFen, early.owedFen]).toEqual([late.availableFen, late.owedFen])
  })

  it('is kept for the last tasks; what is frozen never goes', () => {
    let runner = freezeEarning(approved, task('F'), fen(1), 0)
    for (let n = 0; n <= keptEarnings; n++) runner = settleEarning(runner, task(`T${n}`), fen(1), n)
    expect(Object.keys(runner.earnings)).toHaveLength(keptEarnings + 1)
    expect(runner.earnings[task('F')]).toBeDefined()
    expect(runner.earnings[task('T0')]).toBeUndefined()
    expect(runner.availableFen).toBe(keptEarnings + 1)
    expect(viewEarnings(runner).earnings[0]).toMatchObject({ orderNo: `T${keptEarnings}` })
  })
})

describe('a withdrawal', () => {
  it('takes the money out of the balance at once, under its number once', () => {
    const asked = value(requestPayout(rich(1000), no('A'), fen(700), 1))
    expect(asked).toMatchObject({ availableFen: 300, payouts: { A: { state: 'requested', amountFen: 700 } } })
    expect(value(requestPayout(asked, no('A'), fen(700), 2))).toBe(asked)
    expect(requestPayout(asked, no('A'), fen(701), 2)).toEqual(err({ code: 'REQUEST_REUSED' }))
    expect(requestPayout(asked, no('B'), fen(301), 2)).toEqual(err({ code: 'BALANCE_TOO_LOW', availableFen: 300 }))
  })

  it('is 0.30 to 1,999.99 yuan, and not more than a few wait at a time', () => {
    for (const amount of [29, 200_000])
      expect(requestPayout(rich(300_000), no('A'), fen(amount), 1)).toEqual(
        err({ code: 'PAYOUT_OUT_OF_RANGE', leastFen: leastPayoutFen, mostFen: mostPayoutFen }),
      )
    for (const amount of [30, 199_999]) expect(requestPayout(rich(300_000), no('A'), fen(amount), 1).ok).toBe(true)
    let runner = rich(1000)
    for (let n = 0; n < mostOpenPayouts; n++) runner = value(requestPayout(runner, no(`P${n}`), fen(30), n))
    expect(requestPayout(runner, no('one more'), fen(30), 9)).toEqual(err({ code: 'TOO_MANY_PAYOUTS', most: 3 }))
    expect(requestPayout(value(recordPayout(runner, no('P0'), 'x', 9)), no('one more'), fen(30), 9).ok).toBe(true)
  })

  it('is paid by the owner’s hand under a reference, or refused and the money back; either once', () => {
    const asked = value(requestPayout(rich(1000), no('A'), fen(700), 1))
    const paid = value(recordPayout(asked, no('A'), '20261122', 2))
    expect(paid).toMatchObject({
      availableFen: 300,
      payouts: { A: { state: 'paid', reference: '20261122', endedAtMs: 2 } },
    })
    expect(value(recordPayout(paid, no('A'), '20261122', 3))).toBe(paid)
    expect(recordPayout(paid, no('A'), 'other', 3)).toEqual(err({ code: 'PAYOUT_NOT_NOW', payout: 'paid' }))
    expect(refusePayout(paid, no('A'), '', 3)).toEqual(err({ code: 'PAYOUT_NOT_NOW', payout: 'paid' }))
    const refused = value(refusePayout(asked, no('A'), '实名不符', 2))
    expect(refused).toMatchObject({ availableFen: 1000, payouts: { A: { state: 'refused', because: '实名不符' } } })
    expect(value(refusePayout(refused, no('A'), '', 3))).toBe(refused)
    expect(recordPayout(refused, no('A'), 'x', 3)).toEqual(err({ code: 'PAYOUT_NOT_NOW', payout: 'refused' }))
    expect(recordPayout(asked, no('B'), 'x', 3)).toEqual(err({ code: 'NO_SUCH_PAYOUT' }))
  })

  it('that is paid waits for the books, and is not forgotten before', () => {
    const paid = value(recordPayout(value(requestPayout(rich(100), no('A'), fen(30), 1)), no('A'), 'x', 2))
    expect(unbookedPayouts(paid).map(([number]) => number)).toEqual(['A'])
    const booked = markBooked(paid, [no('A'), no('B')])
    expect(unbookedPayouts(booked)).toEqual([])
    expect(markBooked(booked, [no('A')])).toBe(booked)
    let many: Runner = { ...paid, availableFen: fen(1_000_000) }
    for (let n = 0; n <= keptPayouts; n++) {
      many = value(requestPayout(many, no(`P${n}`), fen(30), 10 + n))
      many = markBooked(value(recordPayout(many, no(`P${n}`), 'x', 10 + n)), [no(`P${n}`)])
    }
    many = value(requestPayout(many, no('last'), fen(30), 999))
    expect(many.payouts[no('A')]).toBeDefined()
    expect(many.payouts[no('P0')]).toBeUndefined()
    expect(openPayouts(many)).toHaveLength(1)
  })
})

describe('a runner’s account, whatever comes in whatever order', () => {
  const amount = fc.integer({ min: 0, max: 3000 }).map(fen)
  const step = fc.record({
    name: fc.constantFrom('freeze', 'settle', 'claw', 'ask', 'pay', 'refuse', 'slot', 'free'),
    which: fc.constantFrom('A', 'B', 'C', 'D'),
    amount,
  })
  type Step = { readonly name: string; readonly which: string; readonly amount: ReturnType<typeof fen> }
  const run = (runner: Runner, one: Step): Result<Runner, Refusal> => {
    switch (one.name) {
      case 'freeze':
        return ok(freezeEarning(runner, task(one.which), one.amount, 1))
      case 'settle':
        return ok(settleEarning(runner, task(one.which), one.amount, 1))
      case 'claw':
        return ok(clawBack(runner, task(one.which), `p${one.amount % 2}`, one.amount, 1))
      case 'ask':
        return requestPayout(runner, no(one.which), one.amount, 1)
      case 'pay':
        return recordPayout(runner, no(one.which), 'x', 1)
      case 'refuse':
        return refusePayout(runner, no(one.which), 'x', 1)
      case 'slot':
        return takeSlot(runner, one.which, 1)
      default:
        return ok(releaseSlots(runner, [one.which]))
    }
  }

  it('balances to the fen, is never overdrawn, and every step may be repeated', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let runner = approved
        for (const one of steps) {
          const decided = run(runner, one)
          if (!decided.ok) continue
          if (decided.value !== runner) expect(decided.value.version).toBe(runner.version + 1)
          runner = decided.value
          const repeated = run(runner, one)
          if (repeated.ok) expect(repeated.value).toBe(runner)

          const earned = Object.values(runner.earnings)
          const settled = earned.reduce((sum, { state, amountFen }) => sum + (state === 'settled' ? amountFen : 0), 0)
          const clawed = earned
            .flatMap(({ clawedBack = {} }) => Object.values(clawedBack))
            .reduce<number>((sum, part) => sum + part, 0)
          const out = Object.values(runner.payouts)
          const paid = out.reduce((sum, { state, amountFen }) => sum + (state === 'refused' ? 0 : amountFen), 0)
          expect(runner.availableFen - runner.owedFen).toBe(settled - clawed - paid)
          expect(Math.min(runner.availableFen, runner.owedFen)).toBe(0)
          expect(Object.keys(runner.slots).length).toBeLessThanOrEqual(runner.limit)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('two withdrawals of one balance: the second sees what the first left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 10_000 }),
        fc.integer({ min: 30, max: 10_000 }),
        fc.integer({ min: 30, max: 10_000 }),
        (balance, first, second) => {
          const one = requestPayout(rich(balance), no('A'), fen(first), 1)
          const left = one.ok ? one.value : rich(balance)
          const two = requestPayout(left, no('B'), fen(second), 1)
          const out = (one.ok ? first : 0) + (two.ok ? second : 0)
          expect(out).toBeLessThanOrEqual(balance)
          expect((two.ok ? two.value : left).availableFen).toBe(balance - out)
        },
      ),
    )
  })
})

describe('a reputation', () => {
  it('counts each order once, and keeps the last words', () => {
    const rating = (atMs: number) => ({ stars: 5, words: `${atMs}`, atMs })
    let all = noReputation
    for (let n = 0; n < keptRatings + 5; n++) all = countRating(all, task(`T${n}`), rating(n))
    expect(countRating(all, task(`T${keptRatings}`), rating(0))).toBe(all)
    expect(all).toMatchObject({ count: keptRatings + 5, stars: 5 * (keptRatings + 5), version: keptRatings + 5 })
    expect(Object.keys(all.recent)).toHaveLength(keptRatings)
    expect(all.recent[task('T0')]).toBeUndefined()
  })
})
