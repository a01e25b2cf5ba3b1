import { describe, expect, it } from 'vitest'
import type { OrderNo } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { refundableForMs } from '../refund/refund.ts'
import { quiet } from '../testing/quiet.ts'
import { commissionFen, fullEarningFen, giveBack, tipsFen } from './task-money.ts'
import {
  after,
  deliver,
  delivered,
  detailOf,
  effectsOf,
  noon,
  opened,
  pickUp,
  placed,
  refusalOf,
  rival,
  runner,
  taken,
  taskOf,
} from './testing.ts'

const { runnerNo } = runner
const confirm = { kind: 'errand.confirm' } as const
const tick = { kind: 'timePassed' } as const
const object = { kind: 'errand.dispute', by: 'runner', why: '没人开门', pictures: ['cloud://x/1.jpg'] } as const
const day = 24 * 3_600_000
const aYearOn = noon + refundableForMs + 1
const tooLate = { code: 'REFUND_TOO_LATE', refundableUntilMs: noon + refundableForMs }

const extra = (amount: number, letter: string, purpose: 'tip' | 'goods' = 'tip'): OrderEvent => ({
  kind: 'errand.extraPaid',
  extraNo: letter.repeat(26) as OrderNo,
  purpose,
  amountFen: fen(amount),
})
const split = (refund: number, his: number): OrderEvent => ({
  kind: 'errand.split',
  refundFen: fen(refund),
  runnerFen: fen(his),
  note: '',
})
const back = (key: string, refund: number, claw: number): OrderEvent => ({
  kind: 'errand.giveBack',
  key,
  refundFen: fen(refund),
  clawbackFen: fen(claw),
  note: '补偿',
})
const refundAll = { kind: 'refund', by: 'owner', key: 'o-1', amountFen: fen(1450), reason: 'merchantDecision' } as const
/** What the last change added: lines of the story, and effects under their keys. */
const told = (before: Order, now: Order) => now.history.slice(before.history.length)
const keysOf = (order: Order) => quiet(order).outbox.map(({ key }) => key)
const frozen = after(delivered(), object)
const settled = after(after(delivered(), confirm), tick, noon + day)

describe('the story of a task', () => {
  it('says who did what, with the figures that explain it', () => {
    const tale = (order: Order, event: OrderEvent, nowMs = noon) =>
      told(order, after(order, event, nowMs)).filter(({ what }) => what.startsWith('errand.'))
    const line = (by: string, what: string, facts?: object, atMs = noon) => ({
      atMs,
      by,
      what: `errand.${what}`,
      ...(facts === undefined ? {} : { facts }),
    })
    const picked = after(taken(), pickUp(taken()))
    expect(tale(opened(), { kind: 'errand.take', runner })).toEqual([line('runner', 'taken')])
    expect(tale(taken(), { kind: 'errand.drop', runnerNo, why: '车坏了' })).toEqual([
      line('runner', 'dropped', { why: '车坏了' }),
    ])
    expect(tale(taken(), pickUp(taken()))).toEqual([line('runner', 'pickedUp')])
    expect(tale(picked, deliver(picked))).toEqual([line('runner', 'delivered')])
    expect(tale(delivered(), confirm)).toEqual([line('buyer', 'confirmed')])
    expect(tale(delivered(), tick, noon + day)).toEqual([line('system', 'autoConfirmed', undefined, noon + day)])
    expect(tale(after(delivered(), confirm), tick, noon + day)).toEqual([
      line('system', 'settled', undefined, noon + day),
    ])
    expect(tale(opened(), tick, noon + day)).toEqual([line('system', 'notTaken', { minutes: 30 }, noon + day)])
    expect(tale(taken(), tick, noon + 2 * day)).toEqual([line('system', 'overdue', undefined, noon + 2 * day)])
    expect(tale(opened(), { kind: 'errand.cancel', toldFen: fen(0) })).toEqual([
      line('buyer', 'cancelled', { feeFen: 0, refundFen: 1450 }),
    ])
    expect(tale(delivered(), object)).toEqual([line('runner', 'disputed')])
    expect(tale(frozen, split(100, 200))).toEqual([line('owner', 'ruled', { refundFen: 100, runnerFen: 200 })])
    expect(tale(settled, back('a', 100, 50))).toEqual([
      line('owner', 'givenBack', { refundFen: 100, clawbackFen: 50, note: '补偿' }),
    ])
    expect(tale(settled, refundAll)).toEqual([line('system', 'revoked')])
    expect(tale(opened(), extra(300, 'X'))).toEqual([line('buyer', 'tipAdded', { amountFen: 300 })])
    expect(tale(settled, { kind: 'errand.rate', by: 'runner', stars: 4, words: '' })).toEqual([
      line('runner', 'rated', { stars: 4 }),
    ])

    const buying = taken(opened('buy'))
    const asked = after(buying, { kind: 'errand.askGoods', runnerNo, goodsFen: fen(6000) })
    expect(told(buying, asked)).toEqual([line('runner', 'goodsAsked', { amountFen: 6000 })])
    expect(tale(asked, extra(1000, 'X', 'goods'))).toEqual([line('buyer', 'goodsPaid', { amountFen: 1000 })])
    expect(tale(buying, pickUp(buying, '', fen(4200)))).toEqual([
      line('runner', 'bought', { amountFen: 4200, backFen: 800 }),
    ])
    const twice = after(after(taken(), pickUp(taken(), '0000')), pickUp(taken(), '0000'))
    expect(told(taken(), twice)).toEqual([])
    expect(detailOf(twice).tries).toEqual({ wrong: 2, pausedUntilMs: 0 })
    expect(tale(twice, pickUp(taken(), '0000'))).toEqual([line('runner', 'wrongCodes', { times: 3 })])
  })

  it('asks of the world what it needs, each under a name of its own', () => {
    expect(keysOf(taken())).toEqual([])
    const buying = taken(opened('buy'))
    const bought = after(buying, pickUp(buying, '', fen(4200)))
    expect(keysOf(bought)).toEqual(['upload', `refund:${bought.orderNo}-1-goods`])
    expect(bought.refunds).toMatchObject([{ amountFen: 800, reason: 'merchantDecision' }])
    expect(after(buying, pickUp(buying, '', fen(5000))).refunds).toEqual([])
    expect(keysOf(delivered())).toEqual(['upload', 'slot:1'])
    expect(keysOf(settled)).toEqual(['upload', 'slot:1', 'earn:freeze', 'earn:settle'])
    expect(keysOf(after(frozen, split(100, 200)))).toEqual([
      'upload',
      'slot:1',
      'earn:settle',
      `refund:${frozen.orderNo}-1-split`,
    ])
    expect(after(frozen, split(100, 200)).refunds).toMatchObject([{ reason: 'merchantDecision' }])
    const given = after(settled, back('a', 100, 50))
    expect(keysOf(given).slice(4)).toEqual(['claw:a', `refund:${given.orderNo}-1-back-a`])
    expect(given.refunds).toMatchObject([{ reason: 'merchantDecision' }])
    const revoked = after(after(settled, extraOf(settled)), refundAll)
    expect(keysOf(revoked)).toContain('claw:revoke')
  })
})

/** Settled tasks take no more tips: this one came before. */
const extraOf = (order: Order): OrderEvent => {
  expect(refusalOf(order, extra(100, 'X'))).toEqual({ code: 'EXTRA_NOT_WANTED' })
  return { kind: 'errand.rate', by: 'buyer', stars: 5, words: '' }
}

describe('the money of a task', () => {
  it('gives the runner the fee without the commission, every tip, and what he spent', () => {
    const order = after(after(taken(opened('buy', { tipFen: fen(200) })), extra(300, 'X')), {
      kind: 'errand.askGoods',
      runnerNo,
      goodsFen: fen(6000),
    })
    const paid = after(order, extra(1000, 'Y', 'goods'))
    expect(tipsFen(detailOf(paid))).toBe(500)
    expect(commissionFen(fen(1450), detailOf(paid))).toBe(217)
    expect(fullEarningFen(detailOf(paid))).toBe(1233 + 500)
    const bought = after(paid, pickUp(paid, '', fen(5900)))
    expect(fullEarningFen(detailOf(bought))).toBe(1233 + 500 + 5900)
    expect(bought.refunds).toMatchObject([{ amountFen: 100 }])
    expect(detailOf(after(after(bought, deliver(bought)), confirm)).earningFen).toBe(1233 + 500 + 5900)
  })

  it('goes back from the first payment as far as it goes, then from the further ones, never more than there is', () => {
    const order = taskOf(after(after(taken(), extra(300, 'X')), extra(200, 'Y')))
    expect(giveBack(order, fen(0), 'k', 'buyerRequest')).toEqual({ detail: order.detail, refunds: [], effects: [] })
    const part = giveBack(order, fen(1850), 'k', 'buyerRequest')
    expect(part.refunds).toEqual([{ key: 'k', amountFen: 1450, reason: 'buyerRequest' }])
    expect(part.detail.extras.map(({ refundedFen }) => refundedFen)).toEqual([300, 100])
    expect(part.effects).toEqual(
      [
        ['X', 300],
        ['Y', 100],
      ].map(([letter, amountFen]) => {
        const extraNo = String(letter).repeat(26)
        return { key: `extra:${extraNo}:k`, effect: { kind: 'errand.refundExtra', extraNo, key: 'k', amountFen } }
      }),
    )
    const half = { ...order, detail: part.detail }
    expect(() => giveBack(half, fen(1551), 'k', 'buyerRequest')).toThrow(`${order.orderNo}: 1 fen more to give back`)
    expect(giveBack(half, fen(1550), 'k', 'buyerRequest').detail.extras.map((one) => one.refundedFen)).toEqual([
      300, 200,
    ])
  })

  it('can all be divided, and all be taken back, to the last fen', () => {
    expect(detailOf(after(frozen, split(250, 1200)))).toMatchObject({ task: 'split' })
    const ruled = after(frozen, split(450, 1000))
    expect(refusalOf(ruled, split(451, 1000))).toEqual({ code: 'DECIDED_BEFORE' })
    expect(detailOf(after(ruled, back('a', 1000, 1000)))).toMatchObject({
      clawedBack: { a: { amountFen: 1000, refundFen: 1000, atMs: noon } },
    })
    const once = after(ruled, back('a', 1, 0))
    expect(effectsOf(once).map(({ kind }) => kind)).not.toContain('errand.clawBack')
    expect(refusalOf(once, back('a', 2, 0))).toEqual({ code: 'DECIDED_BEFORE' })
    expect(effectsOf(after(ruled, back('b', 0, 10))).at(-1)).toMatchObject({ kind: 'errand.clawBack', amountFen: 10 })
  })

  it('can be given back after a cancellation that cost something', () => {
    const at = noon + 600_000
    const cancelled = after(taken(), { kind: 'errand.cancel', toldFen: fen(435) }, at)
    expect(detailOf(after(cancelled, back('a', 435, 370), at))).toMatchObject({ task: 'cancelled' })
    expect(detailOf(after(cancelled, back('a', 434, 369), at))).toMatchObject({ task: 'cancelled' })
    const free = after(opened(), { kind: 'errand.cancel', toldFen: fen(0) })
    expect(refusalOf(free, back('a', 1, 0))).toEqual({ code: 'TASK_NOT_NOW', task: 'cancelled' })
    expect(detailOf(free).earningFen).toBeUndefined()
    expect(effectsOf(quiet(free)).map(({ kind }) => kind)).toEqual(['submitRefund'])
    const early = after(taken(), { kind: 'errand.cancel', toldFen: fen(0) })
    expect(detailOf(early).earningFen).toBeUndefined()
    expect(keysOf(early)).not.toContain('earn:settle')
  })

  it('that is a year old cannot be sent back, and that is said before anything is decided', () => {
    expect(refusalOf(frozen, split(1, 0), aYearOn)).toEqual(tooLate)
    expect(detailOf(after(frozen, split(0, 1), aYearOn))).toMatchObject({ task: 'split' })
    expect(refusalOf(settled, back('a', 1, 0), aYearOn)).toEqual(tooLate)
    expect(detailOf(after(settled, back('a', 0, 1), aYearOn)).clawedBack).toMatchObject({ a: { amountFen: 1 } })
    expect(refusalOf(taken(), { kind: 'errand.cancel', toldFen: fen(0) }, aYearOn)).toEqual(tooLate)
    const buying = taken(opened('buy'))
    expect(refusalOf(buying, pickUp(buying, '', fen(1)), aYearOn)).toEqual(tooLate)
    expect(detailOf(after(buying, pickUp(buying, '', fen(5000)), aYearOn)).task).toBe('pickedUp')
  })

  it('given back in full out of the owner’s own pocket leaves the runner his part', () => {
    const generous = after(settled, back('a', 1450, 0))
    expect(detailOf(generous)).toMatchObject({ task: 'settled', earningFen: 1233 })
    expect(effectsOf(generous).map(({ kind }) => kind)).not.toContain('errand.clawBack')
  })

  it('given back over the task’s head leaves nothing to anybody, at every stage', () => {
    for (const order of [opened(), taken(), delivered(), after(delivered(), confirm), frozen, settled]) {
      const gone = after(order, refundAll)
      expect(detailOf(gone).task, detailOf(order).task).toBe('revoked')
      expect(gone.refunds).toHaveLength(1)
    }
    expect(keysOf(after(opened(), refundAll))).toEqual([`refund:${opened().orderNo}-1-o-1`])
    const confirmed = after(after(delivered(), confirm), refundAll)
    expect(detailOf(confirmed)).toMatchObject({ task: 'revoked', earningFen: 0 })
    expect(confirmed.dueAtMs).toBe(noon)
    expect(keysOf(confirmed)).toContain('earn:settle')
    const withTip = after(after(taken(), extra(300, 'X')), refundAll)
    expect(keysOf(withTip)).toContain(`extra:${'X'.repeat(26)}:revoke`)
    expect(detailOf(after(taken(), refundAll)).earningFen).toBeUndefined()
    const cancelled = after(taken(), { kind: 'errand.cancel', toldFen: fen(435) }, noon + 600_000)
    const feeBack = after(cancelled, { ...refundAll, amountFen: fen(435) })
    expect(detailOf(feeBack)).toMatchObject({ task: 'revoked', clawedBack: { revoke: { amountFen: 370 } } })
    const divided = after(frozen, split(450, 1000))
    const restBack = after(divided, { ...refundAll, amountFen: fen(1000) })
    expect(detailOf(restBack)).toMatchObject({ task: 'revoked', clawedBack: { revoke: { amountFen: 1000 } } })
    // A tip that covers his part stays, and so does his part.
    const tipped = after(after(after(taken(), extra(300, 'X')), object), split(0, 300))
    expect(detailOf(after(tipped, refundAll))).toMatchObject({ task: 'split', earningFen: 300 })
    // Divided so that what is left covers what he got: his part stands.
    const ruled = after(after(after(taken(), extra(300, 'X')), object), split(1450, 300))
    expect(detailOf(ruled)).toMatchObject({ task: 'split', earningFen: 300 })
    const toBuyer = after(frozen, split(1450, 0))
    expect(detailOf(toBuyer)).toMatchObject({ task: 'split', earningFen: 0 })
  })
})

describe('a refusal', () => {
  it('names the state of the task, to its own runner alone', () => {
    for (const event of [pickUp(taken()), deliver(taken())]) {
      expect(refusalOf(settled, event)).toEqual({ code: 'TASK_NOT_NOW', task: 'settled' })
      expect(refusalOf(settled, { ...event, runnerNo: rival.runnerNo })).toEqual({ code: 'NOT_FOUND' })
      expect(refusalOf(placed(), event)).toEqual({ code: 'NOT_FOUND' })
    }
    expect(refusalOf(taken(), deliver(taken()))).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
    const picked = after(taken(), pickUp(taken()))
    expect(after(picked, pickUp(taken()))).toBe(picked)
    expect(refusalOf(settled, { kind: 'errand.cancel', toldFen: fen(0) })).toEqual({
      code: 'TASK_NOT_NOW',
      task: 'settled',
    })
    expect(refusalOf(taken(), split(0, 0))).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
    expect(refusalOf(settled, split(0, 0))).toEqual({ code: 'TASK_NOT_NOW', task: 'settled' })
  })

  it('of the wrong delivery code counts it and moves nothing', () => {
    const picked = after(taken(), pickUp(taken()))
    const wrong = after(picked, deliver(picked, '0000'))
    expect(detailOf(wrong)).toMatchObject({ task: 'pickedUp', tries: { wrong: 1 } })
    expect(detailOf(after(wrong, deliver(picked))).tries).toBeUndefined()
  })

  it('keeps what a dispute says as it was said', () => {
    expect(detailOf(frozen).dispute).toEqual({
      by: 'runner',
      why: '没人开门',
      pictures: ['cloud://x/1.jpg'],
      atMs: noon,
      from: 'delivered',
    })
    expect(detailOf(frozen)).not.toHaveProperty('autoConfirmAtMs')
    const early = after(after(taken(), object), split(0, 500))
    expect(early.state).toBe('completed')
  })
})
