import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import {
  after,
  confirm,
  deliver,
  detailOf,
  extraPaid,
  opened,
  pickUp,
  refusalOf,
  runner,
  seenBy,
  taken,
} from './testing.ts'

const { runnerNo } = runner

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
    expect(seenBy(asked, 'buyer')).toMatchObject({ goodsMissingFen: 1000, actions: ['cancel', 'payGoods', 'dispute'] })
    expect(refusalOf(asked, extraPaid(999, 'goods'))).toEqual({ code: 'EXTRA_NOT_WANTED' })
    const paid = after(asked, extraPaid(1000, 'goods'))
    expect(after(paid, extraPaid(1000, 'goods'))).toBe(paid)
    expect(refusalOf(paid, extraPaid(1000, 'goods', 'Y'))).toEqual({ code: 'EXTRA_NOT_WANTED' })
    expect(seenBy(paid, 'buyer').goodsMissingFen).toBeUndefined()
    expect(detailOf(after(paid, pickUp(paid, '', fen(6000)))).goods).toEqual({ spentFen: 6000, receipt: [] })
    expect(refusalOf(taken(), ask(1))).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
  })
})
