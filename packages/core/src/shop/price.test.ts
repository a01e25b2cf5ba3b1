import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { Goods } from './goods.ts'
import { priceLines } from './price.ts'
import { cup, goods, line, mug } from './testing.ts'

describe('pricing lines', () => {
  it('takes titles, choices and prices from the goods, and adds them up', () => {
    const quote = priceLines([line(cup, 1, 2), line(mug, 0, 1)], [cup, mug])
    expect(quote).toEqual({
      ok: true,
      value: {
        lines: [
          {
            goodsId: 'cup',
            skuId: 'cup-1',
            title: '青瓷杯',
            spec: '青色 / 大',
            picture: 'cup.svg',
            unitFen: 1990,
            quantity: 2,
            amountFen: 3980,
          },
          {
            goodsId: 'mug',
            skuId: 'mug-0',
            title: '马克杯',
            spec: '',
            picture: '',
            unitFen: 7,
            quantity: 1,
            amountFen: 7,
          },
        ],
        price: { goodsFen: 3987, freightFen: 0, discountFen: 0, totalFen: 3987 },
      },
    })
  })

  it('names every SKU that is gone: article unknown, taken off the shelf, or the choice dropped', () => {
    const off: Goods = { ...mug, onSale: false }
    const answer = priceLines(
      [line(cup, 0, 1), line(off, 0, 1), { ...line(cup, 0, 1), skuId: 'x' as never }],
      [cup, off],
    )
    expect(answer).toEqual({ ok: false, refusal: { code: 'GOODS_GONE', skuIds: ['mug-0', 'x'] } })
    expect(priceLines([line(mug, 0, 1)], [cup])).toMatchObject({ refusal: { code: 'GOODS_GONE' } })
  })

  it('refuses the same SKU in two lines instead of adding up what no screen showed', () => {
    expect(priceLines([line(cup, 0, 1), line(mug, 0, 1), line(cup, 0, 2)], [cup, mug])).toEqual({
      ok: false,
      refusal: { code: 'DUPLICATE_LINE', skuId: 'cup-0' },
    })
  })

  it('counts the limit of an article over all its SKUs', () => {
    const limited: Goods = { ...cup, limitPerOrder: 3 }
    expect(priceLines([line(cup, 0, 1), line(cup, 1, 2)], [limited]).ok).toBe(true)
    expect(priceLines([line(cup, 0, 2), line(cup, 1, 2)], [limited])).toEqual({
      ok: false,
      refusal: { code: 'LIMIT_PER_ORDER', skuId: 'cup-1', limit: 3 },
    })
  })

  it('refuses a total that WeChat could not take: nothing, or more than 9,999,999.99 yuan', () => {
    const out = { ok: false, refusal: { code: 'AMOUNT_OUT_OF_RANGE', leastFen: 1, mostFen: 999_999_999 } }
    expect(priceLines([line(goods('free', 0), 0, 9)], [goods('free', 0)])).toEqual(out)
    const most = goods('most', 999_999_999)
    expect(priceLines([line(most, 0, 1)], [most]).ok).toBe(true)
    expect(priceLines([line(most, 0, 1), line(mug, 0, 1)], [most, mug])).toEqual(out)
    expect(priceLines([line(most, 0, 999)], [most])).toEqual(out)
  })

  it('costs exactly the sum of unit price × quantity, whatever is bought', () => {
    const article = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 50 }), (bought) => {
        const all = bought.map(([price], at) => goods(`g${at}`, price))
        const answer = priceLines(
          all.map((one, at) => line(one, 0, bought[at]?.[1] ?? 0)),
          all,
        )
        const sum = bought.reduce((total, [price, quantity]) => total + price * quantity, 0)
        expect(answer).toMatchObject({ ok: true, value: { price: { goodsFen: sum, totalFen: fen(sum) } } })
      }),
    )
  })
})
