import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { dueAtMs } from '../order/due-at.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { answerWithinMs } from '../order/unanswered.ts'
import { leftFen } from './task-money.ts'
import {
  after,
  confirm,
  delivered,
  detailOf,
  effectsOf,
  extraPaid,
  noon,
  opened,
  refusalOf,
  runner,
  taken,
  taskOf,
  tick,
} from './testing.ts'

const { runnerNo } = runner

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
