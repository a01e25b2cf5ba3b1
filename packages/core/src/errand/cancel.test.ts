import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { cancelTerms } from './cancel.ts'
import { freeCancelForMs, lateAfterMs } from './periods.ts'
import { leftFen } from './task-money.ts'
import {
  after,
  detailOf,
  effectsOf,
  extraPaid,
  noon,
  opened,
  pickUp,
  refusalOf,
  runner,
  taken,
  taskOf,
} from './testing.ts'

const minute = 60_000
const { runnerNo } = runner

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
