import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { type FreightTemplate, freightOf } from './freight.ts'

const template: FreightTemplate = {
  by: 'piece',
  rules: [
    { first: { amount: 2, costFen: fen(800) }, more: { amount: 2, costFen: fen(300) } },
    { provinces: ['西藏自治区'], first: { amount: 1, costFen: fen(2000) }, more: { amount: 1, costFen: fen(900) } },
  ],
  notTo: ['海外'],
  freeFromFen: fen(9900),
}
const pieces = (quantity: number, grams = 0) => [{ quantity, grams }]
const cost = (province: string, quantity: number, goods = 100) =>
  freightOf(template, province, pieces(quantity), fen(goods))

describe('freight', () => {
  it('costs the first lot, and each further lot that is begun', () => {
    expect([1, 2, 3, 4, 5].map((quantity) => cost('浙江省', quantity))).toMatchObject(
      [800, 800, 1100, 1100, 1400].map((value) => ({ ok: true, value })),
    )
  })

  it('is priced by the rule that names the province, wherever it stands', () => {
    expect(cost('西藏自治区', 2)).toEqual({ ok: true, value: 2900 })
  })

  it('is nothing from the free sum on', () => {
    expect(cost('浙江省', 9, 9899)).toMatchObject({ value: 2000 })
    expect(cost('浙江省', 9, 9900)).toEqual({ ok: true, value: 0 })
  })

  it('refuses where nothing is sent, even for a large sum, and where no rule fits', () => {
    const no = (province: string) => ({ ok: false, refusal: { code: 'NOT_DELIVERABLE', province } })
    expect(cost('海外', 1, 99_999)).toEqual(no('海外'))
    const only: FreightTemplate = { by: 'piece', rules: template.rules.slice(1) }
    expect(freightOf(only, '浙江省', pieces(1), fen(1))).toEqual(no('浙江省'))
    expect(freightOf(only, '西藏自治区', pieces(1), fen(99_999))).toEqual({ ok: true, value: 2000 })
  })

  it('counts grams where it is told to', () => {
    const byGram: FreightTemplate = {
      by: 'gram',
      rules: [{ first: { amount: 1000, costFen: fen(800) }, more: { amount: 500, costFen: fen(200) } }],
    }
    const of = (...all: { quantity: number; grams: number }[]) => freightOf(byGram, '浙江省', all, fen(1))
    expect(of({ quantity: 2, grams: 500 })).toMatchObject({ value: 800 })
    expect(of({ quantity: 2, grams: 500 }, { quantity: 1, grams: 1 })).toMatchObject({ value: 1000 })
  })

  it('never passes what an order can cost', () => {
    const step = { amount: 1, costFen: fen(999_999_999) }
    const dear: FreightTemplate = { by: 'piece', rules: [{ first: step, more: step }] }
    expect(freightOf(dear, '浙江省', pieces(999), fen(1))).toEqual({ ok: true, value: 999_999_999 })
  })

  it('never gets cheaper by sending more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (one, more) => {
        const [less, all] = [cost('浙江省', one), cost('浙江省', one + more)]
        expect(less.ok && all.ok && less.value <= all.value).toBe(true)
      }),
    )
  })
})
