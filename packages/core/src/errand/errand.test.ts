import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderNo } from '../identity/ids.ts'
import { balancesOf, unbalanced } from '../ledger/balances.ts'
import { orderEntries } from '../ledger/order-entries.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import { dueAtMs } from '../order/due-at.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { orderKeys } from '../order/order-keys.ts'
import { answerWithinMs } from '../order/unanswered.ts'
import { viewOrder } from '../order/view-order.ts'
import { paidFen, refundedOrPendingFen } from '../refund/refundable.ts'
import { quiet } from '../testing/quiet.ts'
import { cancelTerms } from './cancel.ts'
import { stillEarnedFen } from './dispute.ts'
import type { ErrandView } from './errand-view.ts'
import { hallListsAround } from './hall.ts'
import {
  autoConfirmAfterMs,
  disputableForMs,
  freeCancelForMs,
  lateAfterMs,
  openForMs,
  overdueAfterMs,
} from './periods.ts'
import { leftFen } from './task-money.ts'
import {
  after,
  deliver,
  delivered,
  detailOf,
  effectsOf,
  here,
  noon,
  opened,
  paidFor,
  pickUp,
  placed,
  refusalOf,
  rival,
  runner,
  taken,
  taskOf,
} from './testing.ts'

const minute = 60_000
const { runnerNo } = runner
const confirm = { kind: 'errand.confirm' } as const
const tick = { kind: 'timePassed' } as const
const view = (order: Order, viewer: 'buyer' | 'runner' | 'owner' | 'system', nowMs = noon) =>
  viewOrder(order, viewer, nowMs).detail as ErrandView
const extraPaid = (amount: number, purpose: 'tip' | 'goods' = 'tip', letter = 'X'): OrderEvent => ({
  kind: 'errand.extraPaid',
  extraNo: letter.repeat(26) as OrderNo,
  purpose,
  amountFen: fen(amount),
})

describe('a task', () => {
  it('stands in the hall of its cell from the payment until somebody takes it', () => {
    expect(orderKeys(placed())).toEqual({})
    const { list } = orderKeys(opened())
    expect(hallListsAround(here)).toContain(list)
    expect(orderKeys(taken())).toEqual({ worker: 'R1' })
    expect(orderKeys(after(taken(), { kind: 'errand.dispute', by: 'buyer', why: '人呢', pictures: [] }))).toEqual({
      list: 'errand.frozen',
      worker: 'R1',
    })
  })

  it('is taken by one, not by its buyer, not unpaid, not after its time', () => {
    const mine = taken()
    expect(after(mine, { kind: 'errand.take', runner })).toBe(mine)
    expect(refusalOf(mine, { kind: 'errand.take', runner: rival })).toEqual({ code: 'ALREADY_TAKEN' })
    expect(refusalOf(opened(), { kind: 'errand.take', runner: { ...runner, openid: opened().buyer } })).toEqual({
      code: 'OWN_TASK',
    })
    expect(refusalOf(placed(), { kind: 'errand.take', runner })).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(opened(), { kind: 'errand.take', runner }, noon + openForMs)).toEqual({ code: 'ALREADY_TAKEN' })
    const cancelled = after(opened(), { kind: 'errand.cancel', toldFen: fen(0) })
    expect(refusalOf(cancelled, { kind: 'errand.take', runner })).toEqual({ code: 'ALREADY_TAKEN' })
  })

  it('waits half an hour from the moment it is wanted, then all the money goes back', () => {
    const later = quiet(opened('send', { wantedAtMs: noon + 60 * minute }))
    expect(later.dueAtMs).toBe(noon + 60 * minute + openForMs)
    const order = quiet(after(opened(), extraPaid(300)))
    expect(order.dueAtMs).toBe(noon + openForMs)
    expect(after(order, tick, noon + openForMs - 1)).toBe(order)
    const gone = after(order, tick, noon + openForMs)
    expect(gone).toMatchObject({
      detail: { task: 'notTaken', extras: [{ amountFen: 300, refundedFen: 300 }] },
      refunds: [{ amountFen: gone.totalFen, reason: 'notTaken' }],
    })
    expect(effectsOf(gone)).toContainEqual({
      kind: 'errand.refundExtra',
      extraNo: 'X'.repeat(26),
      key: 'notTaken',
      amountFen: 300,
    })
    expect(leftFen(taskOf(gone))).toBe(0)
  })

  it('given back is open again with its full time, and its slot is free', () => {
    const drop = { kind: 'errand.drop', runnerNo, why: '车坏了' } as const
    const dropped = after(taken(), drop, noon + 10 * minute)
    expect(dropped).toMatchObject({ detail: { task: 'open', openUntilMs: noon + 10 * minute + openForMs, takes: 1 } })
    expect(detailOf(dropped).runner).toBeUndefined()
    expect(effectsOf(dropped)).toContainEqual({
      kind: 'errand.releaseSlot',
      runnerNo,
      slot: `${dropped.orderNo}-1`,
    })
    expect(after(dropped, drop)).toBe(dropped)
    expect(refusalOf(dropped, { ...drop, runnerNo: rival.runnerNo })).toEqual({ code: 'NOT_FOUND' })
    expect(detailOf(taken(dropped, noon + 11 * minute)).takes).toBe(2)
    const up = after(taken(), pickUp(taken()))
    expect(refusalOf(up, drop)).toEqual({ code: 'TASK_NOT_NOW', task: 'pickedUp' })
  })

  it('is handed over by codes; three wrong ones in a row and there is a pause, longer each time', () => {
    const order = taken()
    expect(detailOf(order).codes).toEqual({ pickup: '4660', delivery: '2136' })
    let tried = order
    for (let n = 1; n <= 3; n++) {
      tried = after(tried, pickUp(tried, '0000'))
      expect(detailOf(tried)).toMatchObject({ task: 'taken', tries: { wrong: n } })
    }
    expect(refusalOf(tried, pickUp(tried))).toEqual({ code: 'CODE_PAUSED', untilMs: noon + 5 * minute })
    expect(view(tried, 'runner').codePausedUntilMs).toBe(noon + 5 * minute)
    const at = noon + 5 * minute
    for (let n = 4; n <= 6; n++) tried = after(tried, pickUp(tried, '0000'), at)
    expect(detailOf(tried).tries).toEqual({ wrong: 6, pausedUntilMs: at + 10 * minute })
    const up = after(tried, pickUp(tried), at + 10 * minute)
    expect(detailOf(up)).toMatchObject({ task: 'pickedUp' })
    expect(detailOf(up).tries).toBeUndefined()
    expect(effectsOf(up)).toContainEqual({ kind: 'errand.uploadDelivery' })
    const given = after(up, deliver(up))
    expect(given).toMatchObject({ detail: { task: 'delivered', autoConfirmAtMs: noon + autoConfirmAfterMs } })
    expect(after(given, deliver(given))).toBe(given)
    expect(refusalOf(up, { ...deliver(up), runnerNo: rival.runnerNo })).toEqual({ code: 'NOT_FOUND' })
  })

  it('without anybody to hand it over needs no code to begin', () => {
    const begun = after(taken(opened('do')), pickUp(taken(opened('do')), ''))
    expect(detailOf(begun).task).toBe('pickedUp')
    expect(detailOf(begun).codes.pickup).toBeUndefined()
  })

  it('is confirmed by the buyer or by a day’s silence, and settled a day later', () => {
    const order = delivered()
    const confirmed = after(order, confirm)
    expect(confirmed).toMatchObject({ state: 'completed', detail: { task: 'confirmed', earningFen: 1233 } })
    expect(after(confirmed, confirm)).toBe(confirmed)
    expect(effectsOf(confirmed)).toContainEqual({ kind: 'errand.freezeEarning', runnerNo, amountFen: 1233 })
    const silent = after(order, tick, noon + autoConfirmAfterMs)
    expect(silent).toMatchObject({ state: 'completed', detail: { task: 'autoConfirmed' } })
    const settled = after(confirmed, tick, noon + disputableForMs)
    expect(detailOf(settled)).toMatchObject({ task: 'settled', earnedAtMs: noon + disputableForMs })
    expect(effectsOf(settled)).toContainEqual({ kind: 'errand.settleEarning', runnerNo, amountFen: 1233 })
    expect(refusalOf(settled, { kind: 'errand.dispute', by: 'buyer', why: '', pictures: [] })).toEqual({
      code: 'TASK_NOT_NOW',
      task: 'settled',
    })
    expect(refusalOf(taken(), confirm)).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
  })

  it('that nobody finishes in two days is the owner’s to look at', () => {
    const order = after(taken(), tick, noon + overdueAfterMs)
    expect(detailOf(order)).toMatchObject({ task: 'frozen', dispute: { by: 'system', from: 'taken' } })
    expect(effectsOf(order)).toContainEqual({ kind: 'errand.releaseSlot', runnerNo, slot: `${order.orderNo}-1` })
  })
})

describe('cancelling', () => {
  const terms = (order: Order, nowMs: number) => cancelTerms(taskOf(order), nowMs)

  it('is free while nobody has it, for a moment afterwards, and when the runner is late', () => {
    expect(terms(opened(), noon)).toEqual({ ok: true, value: { feeFen: 0, refundFen: 1450 } })
    const order = taken()
    const feeAt = (nowMs: number) => {
      const told = terms(order, nowMs)
      return told.ok ? told.value.feeFen : undefined
    }
    expect(feeAt(noon + freeCancelForMs - 1)).toBe(0)
    expect(feeAt(noon + freeCancelForMs)).toBe(435)
    expect(feeAt(noon + lateAfterMs - 1)).toBe(435)
    expect(feeAt(noon + lateAfterMs)).toBe(0)
    const wanted = taken(opened('send', { wantedAtMs: noon + 60 * minute }))
    expect(terms(wanted, noon + lateAfterMs)).toMatchObject({ value: { feeFen: 435 } })
  })

  it('costs no more than was told, 2 yuan at least, and gives the runner his share', () => {
    const order = after(taken(), extraPaid(500))
    const at = noon + 10 * minute
    expect(refusalOf(order, { kind: 'errand.cancel', toldFen: fen(434) }, at)).toEqual({
      code: 'CANCEL_FEE_CHANGED',
      feeFen: 435,
    })
    const cancelled = after(order, { kind: 'errand.cancel', toldFen: fen(435) }, at)
    expect(cancelled).toMatchObject({
      state: 'completed',
      detail: { task: 'cancelled', cancelFeeFen: 435, earningFen: 370, extras: [{ refundedFen: 65 }] },
      refunds: [{ amountFen: 1450, reason: 'buyerRequest' }],
    })
    expect(leftFen(taskOf(cancelled))).toBe(435)
    expect(after(cancelled, { kind: 'errand.cancel', toldFen: fen(0) })).toBe(cancelled)
    expect(effectsOf(cancelled)).toContainEqual({ kind: 'errand.settleEarning', runnerNo, amountFen: 370 })
    const small = taken(opened('do'))
    expect(
      cancelTerms(
        { ...taskOf(small), detail: { ...detailOf(small), price: { ...detailOf(small).price, feeFen: fen(500) } } },
        at,
      ),
    ).toMatchObject({ value: { feeFen: 200 } })
  })

  it('is too late once it is picked up', () => {
    const up = after(taken(), pickUp(taken()))
    expect(terms(up, noon)).toEqual({ ok: false, refusal: { code: 'TASK_NOT_NOW', task: 'pickedUp' } })
  })

  it('for nothing ends as a refunded order', () => {
    const cancelled = after(opened(), { kind: 'errand.cancel', toldFen: fen(0) })
    expect(cancelled.state).toBe('paid')
    const [{ outRefundNo }] = cancelled.refunds as [Order['refunds'][number]]
    expect(after(cancelled, { kind: 'refundSeen', outRefundNo, move: 'settle' }).state).toBe('refunded')
  })
})

describe('buying', () => {
  it('gives back at once what was not spent', () => {
    const order = taken(opened('buy'))
    const bought = after(order, pickUp(order, '', fen(4200)))
    expect(bought).toMatchObject({ detail: { goods: { spentFen: 4200 } }, refunds: [{ amountFen: 800 }] })
    const done = after(after(bought, deliver(bought)), confirm)
    expect(detailOf(done).earningFen).toBe(1233 + 4200)
  })

  it('for more needs the buyer to pay the difference, exactly that, once', () => {
    const order = taken(opened('buy'))
    const ask = (amount: number) => ({ kind: 'errand.askGoods', runnerNo, goodsFen: fen(amount) }) as const
    expect(refusalOf(order, pickUp(order, '', fen(6000)))).toEqual({ code: 'GOODS_TOO_MUCH', mostFen: 5000 })
    expect(refusalOf(order, ask(5000))).toEqual({ code: 'GOODS_OUT_OF_RANGE', leastFen: 5001, mostFen: 100_000 })
    const asked = after(order, ask(6000))
    expect(after(asked, ask(6000))).toBe(asked)
    expect(view(asked, 'buyer')).toMatchObject({ goodsMissingFen: 1000, actions: ['cancel', 'payGoods', 'dispute'] })
    expect(refusalOf(asked, extraPaid(999, 'goods'))).toEqual({ code: 'EXTRA_NOT_WANTED' })
    const paid = after(asked, extraPaid(1000, 'goods'))
    expect(after(paid, extraPaid(1000, 'goods'))).toBe(paid)
    expect(refusalOf(paid, extraPaid(1000, 'goods', 'Y'))).toEqual({ code: 'EXTRA_NOT_WANTED' })
    expect(view(paid, 'buyer').goodsMissingFen).toBeUndefined()
    expect(detailOf(after(paid, pickUp(paid, '', fen(6000)))).goods).toEqual({ spentFen: 6000, receipt: [] })
    expect(refusalOf(taken(), ask(1))).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
  })
})

describe('a dispute', () => {
  const object = { kind: 'errand.dispute', by: 'buyer', why: '少了一份', pictures: [] } as const
  const rule = (refund: number, his: number): OrderEvent => ({
    kind: 'errand.split',
    refundFen: fen(refund),
    runnerFen: fen(his),
    note: '各退一步',
  })

  it('freezes everything until the owner has divided all that is left', () => {
    const frozen = after(after(delivered(), confirm), object)
    expect(frozen.dueAtMs === undefined || frozen.dueAtMs <= noon).toBe(true)
    expect(after(frozen, object)).toBe(frozen)
    expect(detailOf(after(frozen, tick, noon + 1e12))).toMatchObject({ task: 'frozen' })
    expect(refusalOf(frozen, rule(1000, 451))).toEqual({ code: 'SPLIT_TOO_MUCH', leftFen: 1450 })
    const ruled = after(frozen, rule(1000, 300))
    expect(ruled).toMatchObject({
      state: 'completed',
      detail: { task: 'split', earningFen: 300, dispute: { ruling: { refundFen: 1000, runnerFen: 300 } } },
      refunds: [{ amountFen: 1000 }],
    })
    expect(after(ruled, rule(1000, 300))).toBe(ruled)
    expect(refusalOf(ruled, rule(1000, 299))).toEqual({ code: 'DECIDED_BEFORE' })
    expect(effectsOf(ruled)).toContainEqual({ kind: 'errand.settleEarning', runnerNo, amountFen: 300 })
  })

  it('that waits two days reminds the owner once, and moves no money', () => {
    const frozen: Order = { ...after(after(delivered(), confirm), object, noon), outbox: [] }
    const dueMs = noon + answerWithinMs
    expect(dueAtMs(frozen)).toBe(dueMs)
    expect(after(frozen, tick, dueMs - 1)).toBe(frozen)
    const reminded = after(frozen, tick, dueMs)
    expect(effectsOf(reminded)).toEqual([
      { kind: 'remindOwner', about: 'dispute', part: 'dispute', sinceMs: noon },
      { kind: 'tell', message: 'owner.unanswered', to: 'owners' },
    ])
    expect(reminded.outbox.map(({ key }) => key)).toEqual(['remind:dispute', 'tell:owner.unanswered:dispute'])
    expect(reminded).toMatchObject({ state: frozen.state, refunds: frozen.refunds, history: frozen.history })
    expect(detailOf(reminded)).toEqual({
      ...detailOf(frozen),
      dispute: { ...detailOf(frozen).dispute, remindedAtMs: dueMs },
    })
    const told: Order = { ...reminded, outbox: [] }
    expect(dueAtMs(told)).toBeUndefined()
    expect(after(told, tick, noon + 1e12)).toBe(told)
    expect(detailOf(after(told, rule(1000, 300)))).toMatchObject({ task: 'split' })
    const ruled: Order = { ...after(frozen, rule(1000, 300)), outbox: [] }
    expect(dueAtMs(ruled)).toBeUndefined()
  })

  it('can end with all of the first payment back and the runner paid from a tip', () => {
    const order = after(after(taken(), extraPaid(2000)), object)
    const ruled = after(order, rule(1450, 500))
    expect(detailOf(ruled)).toMatchObject({ task: 'split', earningFen: 500 })
    expect(leftFen(taskOf(ruled))).toBe(2000)
  })

  it('is not for what nobody has taken, or what is over', () => {
    expect(refusalOf(opened(), object)).toEqual({ code: 'TASK_NOT_NOW', task: 'open' })
    expect(refusalOf(after(opened(), { kind: 'errand.cancel', toldFen: fen(0) }), object)).toMatchObject({
      code: 'TASK_NOT_NOW',
    })
  })
})

describe('money given back after the end', () => {
  const settled = after(after(delivered(), confirm), tick, noon + disputableForMs)
  const back = (key: string, refund: number, claw: number): OrderEvent => ({
    kind: 'errand.giveBack',
    key,
    refundFen: fen(refund),
    clawbackFen: fen(claw),
    note: '补偿',
  })

  it('is taken from the runner as far as the owner says, and never more than he has of it', () => {
    const once = after(settled, back('a', 500, 400))
    expect(after(once, back('a', 500, 400))).toBe(once)
    expect(refusalOf(once, back('a', 500, 401))).toEqual({ code: 'DECIDED_BEFORE' })
    expect(stillEarnedFen(detailOf(once))).toBe(833)
    expect(refusalOf(once, back('b', 100, 834))).toEqual({ code: 'CLAWBACK_TOO_MUCH', mostFen: 833 })
    expect(refusalOf(once, back('b', 951, 0))).toEqual({ code: 'SPLIT_TOO_MUCH', leftFen: 950 })
    expect(effectsOf(once)).toContainEqual({ kind: 'errand.clawBack', runnerNo, part: 'a', amountFen: 400 })
    expect(refusalOf(delivered(), back('a', 1, 1))).toEqual({ code: 'TASK_NOT_NOW', task: 'delivered' })
  })

  it('of everything, by the owner’s own refund, takes all of it from the runner', () => {
    const all = { kind: 'refund', by: 'owner', key: 'o-1', amountFen: fen(1450), reason: 'merchantDecision' } as const
    const revoked = after(settled, all)
    expect(detailOf(revoked)).toMatchObject({ task: 'revoked', clawedBack: { revoke: { amountFen: 1233 } } })
    expect(effectsOf(revoked)).toContainEqual({ kind: 'errand.clawBack', runnerNo, part: 'revoke', amountFen: 1233 })
    const early = after(after(taken(), extraPaid(300)), all)
    expect(detailOf(early)).toMatchObject({ task: 'revoked', extras: [{ refundedFen: 300 }] })
    expect(effectsOf(early)).toContainEqual({ kind: 'errand.releaseSlot', runnerNo, slot: `${early.orderNo}-1` })
    const confirmed = after(after(delivered(), confirm), all)
    expect(effectsOf(confirmed)).toContainEqual({ kind: 'errand.settleEarning', runnerNo, amountFen: 0 })
  })
})

describe('ratings', () => {
  it('are given once each way, when it is over', () => {
    const five = { kind: 'errand.rate', by: 'buyer', stars: 5, words: '准时' } as const
    expect(refusalOf(delivered(), five)).toEqual({ code: 'TASK_NOT_NOW', task: 'delivered' })
    const over = after(delivered(), confirm)
    expect(view(over, 'buyer').actions).toContain('rate')
    const rated = after(over, five)
    expect(after(rated, five)).toBe(rated)
    expect(refusalOf(rated, { ...five, stars: 1 })).toEqual({ code: 'RATED_BEFORE' })
    expect(view(rated, 'buyer').actions).not.toContain('rate')
    expect(effectsOf(rated)).toContainEqual({ kind: 'errand.countRating', about: 'runner' })
    const both = after(rated, { ...five, by: 'runner', stars: 4 })
    expect(detailOf(both).ratings).toMatchObject({ byBuyer: { stars: 5 }, byRunner: { stars: 4 } })
  })
})

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
    expect(view(order, 'buyer').actions).toEqual([])
    expect(view(order, 'runner').actions).toEqual([])
    expect(view(paidFor(order), 'buyer').actions).toEqual(['cancel', 'addTip'])
  })
})
