import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { stillEarnedFen } from './dispute.ts'
import { disputableForMs } from './periods.ts'
import {
  after,
  confirm,
  delivered,
  detailOf,
  effectsOf,
  extraPaid,
  noon,
  refusalOf,
  runner,
  taken,
  tick,
} from './testing.ts'

const { runnerNo } = runner

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
