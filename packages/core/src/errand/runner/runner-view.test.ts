import { describe, expect, it } from 'vitest'
import type { OpenId, OrderNo } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import { newRunner } from './apply.ts'
import { leastPayoutFen, mostPayoutFen, recordPayout, requestPayout } from './payouts.ts'
import type { PayoutNo, Runner, RunnerNo } from './runner.ts'
import { viewEarnings, viewRunner } from './runner-view.ts'

const applied = newRunner('R1' as RunnerNo, 'o-runner' as OpenId, { name: '李师傅', phone: '13900000002' }, 1)
const shown = {
  runnerNo: 'R1',
  name: '李师傅',
  phone: '13900000002',
  audit: 'applied',
  appliedAtMs: 1,
  limit: applied.limit,
  inHand: 0,
}

describe('a runner is shown', () => {
  it('with what there is to say, and nothing else', () => {
    expect(viewRunner(applied)).toStrictEqual(shown)
    expect(viewRunner({ ...applied, because: '证件不清' })).toStrictEqual({ ...shown, because: '证件不清' })
    const slots = { a: 1, b: 2 } as unknown as Runner['slots']
    expect(viewRunner({ ...applied, slots }).inHand).toBe(2)
  })

  it('with a rating once there is one', () => {
    const reputation = { count: 0, stars: 0 } as Parameters<typeof viewRunner>[1] & object
    expect(viewRunner(applied, reputation)).toStrictEqual(shown)
    expect(viewRunner(applied, { ...reputation, count: 2, stars: 9 }).rating).toEqual({ count: 2, stars: 9 })
  })
})

describe('his money is shown', () => {
  const earnings = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`T${at}`, { state: 'frozen', amountFen: fen(at), atMs: at }]),
  ) as Runner['earnings']
  const payouts = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`P${at}`, { state: 'paid', amountFen: fen(at), requestedAtMs: at }]),
  ) as unknown as Runner['payouts']
  const view = viewEarnings({ ...applied, earnings, payouts, availableFen: fen(7), owedFen: fen(3) })

  it('in sums, with the bounds of a withdrawal', () => {
    expect(view).toMatchObject({ availableFen: 7, owedFen: 3, leastPayoutFen, mostPayoutFen })
    expect(view.frozenFen).toBe((59 * 60) / 2)
  })

  it('newest first, fifty of each', () => {
    expect(view.earnings[0]).toEqual({ orderNo: 'T59' as OrderNo, state: 'frozen', amountFen: 59, atMs: 59 })
    expect(view.earnings.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 50 }, (_, at) => 59 - at))
    expect(view.payouts[0]).toEqual({ payoutNo: 'P59' as PayoutNo, state: 'paid', amountFen: 59, requestedAtMs: 59 })
    expect(view.payouts.map(({ requestedAtMs }) => requestedAtMs)).toEqual(
      Array.from({ length: 50 }, (_, at) => 59 - at),
    )
  })
})

describe('a withdrawal', () => {
  const rich: Runner = { ...applied, availableFen: fen(100) }
  const asked = requestPayout(rich, 'P' as PayoutNo, fen(100), 5)
  const paidBy = (by?: 'owner' | 'wechat') => {
    if (!asked.ok) throw new Error(asked.refusal.code)
    const paid = recordPayout(asked.value, 'P' as PayoutNo, 'ref', 9, by)
    return paid.ok ? paid.value.payouts['P' as PayoutNo] : undefined
  }

  it('may take the whole balance', () => {
    expect(asked.ok && asked.value.availableFen).toBe(0)
  })

  it('says by whom it was paid where that was WeChat', () => {
    const paid = { state: 'paid', amountFen: 100, requestedAtMs: 5, endedAtMs: 9, reference: 'ref' }
    expect(paidBy()).toStrictEqual(paid)
    expect(paidBy('owner')).toStrictEqual(paid)
    expect(paidBy('wechat')).toStrictEqual({ ...paid, paidBy: 'wechat' })
  })
})
