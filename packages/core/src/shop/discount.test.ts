import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { Coupon } from './coupon.ts'
import { netFen, takeCouponsOff } from './discount.ts'
import { priceLines } from './price.ts'
import { coupon, cup, goods, line, mug } from './testing.ts'

const tea = { ...goods('tea', 5000), category: '茶' }
const all = [cup, mug, tea]
const lines = (...asked: Parameters<typeof priceLines>[0]) => {
  const quote = priceLines(asked, all)
  if (!quote.ok) throw new Error(quote.refusal.code)
  return quote.value.lines
}
const ordered = lines(line(cup, 0, 1), line(mug, 0, 1), line(tea, 0, 2))
const off = (...coupons: Coupon[]) => takeCouponsOff(ordered, all, coupons, 100)
const no = (couponId: string, why: string) => ({ ok: false, refusal: { code: 'COUPON_NOT_USABLE', couponId, why } })

describe('coupons', () => {
  it('take an amount off, divided over the lines to the fen', () => {
    expect(off(coupon('ten', { off: { kind: 'amount', offFen: fen(1000) } }))).toMatchObject({
      ok: true,
      value: {
        discountFen: 1000,
        coupons: [{ couponId: 'ten', title: 'ten', discountFen: 1000 }],
        lines: [{ discountFen: 137 }, { skuId: 'mug-0' }, { discountFen: 862 }],
      },
    })
    const one = off(coupon('ten', { off: { kind: 'amount', offFen: fen(1000) } }))
    expect(one.ok && one.value.lines[1]?.discountFen).toBe(1)
  })

  it('take a percentage off, up to its most, rounded down for the shop', () => {
    const tenPercent = (mostFen: number) =>
      coupon('p', { off: { kind: 'percent', offBasisPoints: 1000, mostFen: fen(mostFen) } })
    expect(off(tenPercent(9999))).toMatchObject({ value: { discountFen: 1159 } })
    expect(off(tenPercent(100))).toMatchObject({ value: { discountFen: 100 } })
  })

  it('touch only what is within their scope: some articles, some categories', () => {
    const tea50 = { off: { kind: 'amount', offFen: fen(99_999) } } as const
    const value = { discountFen: 10_000, lines: [{ amountFen: 1590 }, { amountFen: 7 }, { discountFen: 10_000 }] }
    expect(off(coupon('t', { ...tea50, scope: { kind: 'category', categories: ['茶'] } }))).toMatchObject({ value })
    expect(off(coupon('t', { ...tea50, scope: { kind: 'goods', goodsIds: [tea.goodsId] } }))).toMatchObject({ value })
    const untouched = off(coupon('t', { ...tea50, scope: { kind: 'goods', goodsIds: [tea.goodsId] } }))
    expect(untouched.ok && 'discountFen' in (untouched.value.lines[0] ?? {})).toBe(false)
    expect(off(coupon('t', { scope: { kind: 'category', categories: ['酒'] } }))).toEqual(no('t', 'scope'))
    expect(off(coupon('t', { scope: { kind: 'goods', goodsIds: [] } }))).toEqual(no('t', 'scope'))
  })

  it('need their threshold within their scope, and say how much is missing', () => {
    const scope = { kind: 'goods', goodsIds: [cup.goodsId] } as const
    expect(off(coupon('t', { thresholdFen: fen(1590), scope })).ok).toBe(true)
    expect(off(coupon('t', { thresholdFen: fen(1600), scope }))).toEqual({
      ok: false,
      refusal: { code: 'COUPON_THRESHOLD', couponId: 't', missingFen: 10 },
    })
  })

  it('are good from their first moment until just before their last', () => {
    expect(off(coupon('t', { fromMs: 100, untilMs: 101 })).ok).toBe(true)
    expect(off(coupon('t', { fromMs: 101 }))).toEqual(no('t', 'notYet'))
    expect(off(coupon('t', { untilMs: 100 }))).toEqual(no('t', 'over'))
  })

  it('stand beside others only when all of them may, and never twice', () => {
    const [a, b] = [coupon('a', { stacks: true }), coupon('b', { stacks: true })]
    expect(off(a, b).ok).toBe(true)
    expect(off(a, coupon('c', {}))).toEqual(no('c', 'alone'))
    expect(off(coupon('c', {})).ok).toBe(true)
    expect(off(a, { ...a })).toEqual(no('a', 'alone'))
  })

  it('come off in one order however they are named: amounts, then percentages of what is left', () => {
    const percent = coupon('a', { stacks: true, off: { kind: 'percent', offBasisPoints: 5000, mostFen: fen(99_999) } })
    const amount = coupon('z', { stacks: true, off: { kind: 'amount', offFen: fen(1597) } })
    const both = off(percent, amount)
    expect(both).toEqual(off(amount, percent))
    expect(both).toMatchObject({
      value: {
        discountFen: 1597 + 5000,
        coupons: [
          { couponId: 'z', discountFen: 1597 },
          { couponId: 'a', discountFen: 5000 },
        ],
      },
    })
    const [c, d] = [coupon('c', { stacks: true }), coupon('d', { stacks: true })]
    expect(off(d, c)).toEqual(off(c, d))
    expect(off(d, c)).toMatchObject({ value: { coupons: [{ couponId: 'c' }, { couponId: 'd' }] } })
  })

  it('never take a line below nothing, and what they take is what the lines lost', () => {
    const any = fc.record({
      off: fc.oneof(
        fc.record({ kind: fc.constant('amount' as const), offFen: fc.integer({ min: 0, max: 20_000 }).map(fen) }),
        fc.record({
          kind: fc.constant('percent' as const),
          offBasisPoints: fc.integer({ min: 0, max: 10_000 }),
          mostFen: fc.integer({ min: 0, max: 20_000 }).map(fen),
        }),
      ),
      scope: fc.constantFrom<Coupon['scope']>({ kind: 'all' }, { kind: 'category', categories: ['茶'] }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (some) => {
        const taken = off(...some.map((one, at) => coupon(`c${at}`, { ...one, stacks: true })))
        if (!taken.ok) throw new Error(taken.refusal.code)
        const { lines: after, discountFen, coupons } = taken.value
        const lost = after.reduce((sum, one) => sum + one.amountFen - netFen(one), 0)
        expect(lost).toBe(discountFen)
        expect(coupons.reduce((sum, one) => sum + one.discountFen, 0)).toBe(discountFen)
        expect(coupons).toHaveLength(some.length)
      }),
    )
  })
})
