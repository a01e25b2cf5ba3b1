import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { FreightTemplate } from './freight.ts'
import { type PricedBy, priceOrder } from './price-order.ts'
import { address, coupon, cup, line, mug } from './testing.ts'

const freight: FreightTemplate = {
  by: 'gram',
  rules: [
    { provinces: ['浙江省'], first: { amount: 1000, costFen: fen(600) }, more: { amount: 1000, costFen: fen(200) } },
  ],
  freeFromFen: fen(3000),
}
const heavy = { ...cup, skus: cup.skus.map((sku) => ({ ...sku, grams: 800 })) }
const price = (quantity: number, by: Partial<PricedBy> = {}) =>
  priceOrder([line(heavy, 0, quantity), line(mug, 0, 1)], { goods: [heavy, mug], coupons: [], freight, ...by }, 100)
const half = coupon('half', { off: { kind: 'percent', offBasisPoints: 5000, mostFen: fen(99_999) } })

describe('the price of an order', () => {
  it('is goods less coupons plus freight, and free sending is asked of what is left after coupons', () => {
    expect(price(1, { address })).toMatchObject({
      ok: true,
      value: {
        price: { goodsFen: 1597, freightFen: 600, discountFen: 0, totalFen: 2197 },
        coupons: [],
        orderable: true,
      },
    })
    expect(price(2, { address })).toMatchObject({ value: { price: { freightFen: 0, totalFen: 3187 } } })
    expect(price(2, { address, coupons: [half] })).toMatchObject({
      value: { price: { goodsFen: 3187, freightFen: 800, discountFen: 1593, totalFen: 2394 } },
    })
  })

  it('leaves the freight out while the address is not known, and says so', () => {
    expect(price(1)).toMatchObject({ value: { price: { freightFen: 0, totalFen: 1597 }, orderable: false } })
    expect(price(1, { freight: undefined })).toMatchObject({ value: { orderable: true } })
  })

  it('passes on what lines, coupons and freight refuse', () => {
    expect(price(1, { goods: [mug] })).toMatchObject({ refusal: { code: 'GOODS_GONE' } })
    expect(price(1, { coupons: [coupon('c', { fromMs: 200 })] })).toMatchObject({
      refusal: { code: 'COUPON_NOT_USABLE' },
    })
    expect(price(1, { address: { ...address, province: '海外' } })).toEqual({
      ok: false,
      refusal: { code: 'NOT_DELIVERABLE', province: '海外' },
    })
  })

  it('leaves one fen to pay where coupons cover everything', () => {
    const all = coupon('all', { off: { kind: 'amount', offFen: fen(99_999) } })
    expect(price(1, { freight: undefined, coupons: [all] })).toMatchObject({
      value: {
        price: { discountFen: 1596, totalFen: 1 },
        coupons: [{ discountFen: 1596 }],
        lines: [{ discountFen: 1590 }, { discountFen: 6 }],
      },
    })
    expect(price(1, { address, coupons: [all] })).toMatchObject({
      value: { price: { discountFen: 1597, totalFen: 600 } },
    })
    const cups = coupon('c', { ...all, scope: { kind: 'goods', goodsIds: [cup.goodsId] } })
    const free = { ...mug, skus: mug.skus.map((sku) => ({ ...sku, priceFen: fen(0) })) }
    expect(price(1, { goods: [heavy, free], freight: undefined, coupons: [cups] })).toMatchObject({
      value: { price: { totalFen: 1 }, lines: [{ discountFen: 1589 }, { amountFen: 0 }] },
    })
  })

  it('refuses a total beyond the largest price when the freight makes it so', () => {
    const gold = { ...mug, skus: mug.skus.map((sku) => ({ ...sku, priceFen: fen(999_998_000) })) }
    const dear = { ...freight, freeFromFen: fen(999_999_999) }
    expect(price(1, { goods: [heavy, gold], address, freight: dear })).toEqual({
      ok: false,
      refusal: { code: 'AMOUNT_OUT_OF_RANGE', leastFen: 1, mostFen: 999_999_999 },
    })
  })
})
