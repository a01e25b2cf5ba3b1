import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { shopCatalogActions } from './shop-catalog-actions.ts'
import { coupon, cup } from './testing.ts'

const parse = (action: keyof typeof shopCatalogActions, input: unknown) =>
  v.safeParse(shopCatalogActions[action].input, input)
const message = (action: keyof typeof shopCatalogActions, input: unknown) => parse(action, input).issues?.[0]?.message
const many = <T>(n: number, make: (at: number) => T): readonly T[] => Array.from({ length: n }, (_, at) => make(at))
const goods = { ...cup, subtitle: '龙泉', category: '杯', pictures: ['https://a/b.png'] }
const put = (fields: object) => ({ goods: { ...goods, ...fields } })
const add = (fields: object, supply: unknown = 1) => ({
  coupon: { ...coupon('c'), off: { kind: 'amount', offFen: 1 }, ...fields },
  supply,
})
const rule = { first: { amount: 1, costFen: 0 }, more: { amount: 1_000_000, costFen: 800 } }
const freight = (fields: object) => ({ freight: { by: 'piece', rules: [rule], ...fields } })

describe('the owner’s shelf', () => {
  it('takes an article with all its SKUs', () => {
    const skus = [{ skuId: 'a', values: ['青色', '小'], priceFen: 1, grams: 0 }]
    const full = put({
      skus,
      featured: true,
      limitPerOrder: 3,
      pictures: ['cloud://a', 'data:image/svg+xml,x', 'https://a'],
    })
    for (const input of [put({}), full])
      expect(parse('putGoods', input)).toMatchObject({ success: true, output: input })
    expect(parse('putGoods', {}).success).toBe(false)
    expect(parse('listAllGoods', {}).success).toBe(true)
    expect(parse('listAllGoods', { cursor: 'abc' }).success).toBe(true)
  })

  it('says how much of everything it takes', () => {
    expect(message('putGoods', put({ pictures: [] }))).toBe('takes one picture or more')
    expect(message('putGoods', put({ pictures: many(10, (n) => `https://a/${n}`) }))).toBe('takes 9 at most')
    expect(message('putGoods', put({ pictures: many(9, (n) => `https://a/${n}`) }))).toBeUndefined()
    const picture = 'takes an address that begins with https://, cloud:// or data:image/'
    for (const bad of [
      'http://a',
      ' https://a',
      'https://',
      'https://a b',
      'javascript:x',
      `https://${'a'.repeat(4001)}`,
    ])
      expect(message('putGoods', put({ pictures: [bad] })), bad).toBe(picture)
    expect(message('putGoods', put({ pictures: [1] }))).toBe('takes an address')
    const spec = (n: number) => ({ name: `s${n}`, values: ['a'] })
    expect(message('putGoods', put({ specs: many(3, spec) }))).toBeUndefined()
    expect(message('putGoods', put({ specs: many(4, spec) }))).toBe('takes 3 specs at most')
    expect(message('putGoods', put({ specs: [{ name: 's', values: many(20, (n) => `v${n}`) }] }))).toBeUndefined()
    expect(message('putGoods', put({ specs: [{ name: 's', values: many(21, (n) => `v${n}`) }] }))).toBe(
      'takes 20 values at most',
    )
    const sku = (n: number) => ({ skuId: `s${n}`, values: [], priceFen: 1 })
    expect(message('putGoods', put({ skus: [] }))).toBe('takes one SKU or more')
    expect(message('putGoods', put({ skus: many(200, sku) }))).toBeUndefined()
    expect(message('putGoods', put({ skus: many(201, sku) }))).toBe('takes 200 SKUs at most')
    expect(message('putGoods', put({ skus: [{ ...sku(1), priceFen: 0 }] }))).toBe('takes 1 fen or more')
    expect(message('putGoods', put({ skus: [{ ...sku(1), grams: 0.5 }] }))).toBe('takes whole grams')
    for (const grams of [-1, 1_000_001])
      expect(parse('putGoods', put({ skus: [{ ...sku(1), grams }] })).success).toBe(false)
    expect(message('putGoods', put({ skus: [{ ...sku(1), grams: 1_000_000 }] }))).toBeUndefined()
    expect(message('putGoods', put({ onSale: 1 }))).toBe('takes true or false')
    expect(message('putGoods', put({ featured: false }))).toBe('takes true, or is absent')
  })

  it('takes coupons of every kind, scope and number', () => {
    const percent = (offBasisPoints: unknown) => add({ off: { kind: 'percent', offBasisPoints, mostFen: 100 } })
    const inScope = (scope: object) => add({ scope })
    for (const good of [
      add({}),
      add({}, 10_000_000),
      percent(1),
      percent(9_999),
      inScope({ kind: 'goods', goodsIds: ['a'] }),
      inScope({ kind: 'goods', goodsIds: many(100, (n) => `g${n}`) }),
      inScope({ kind: 'category', categories: ['茶'] }),
      inScope({ kind: 'category', categories: many(20, (n) => `c${n}`) }),
    ])
      expect(parse('addCoupon', good)).toMatchObject({ success: true, output: good })
    for (const bad of [
      percent(0),
      percent(10_000),
      inScope({ kind: 'goods', goodsIds: [] }),
      inScope({ kind: 'goods', goodsIds: many(101, (n) => `g${n}`) }),
      inScope({ kind: 'category', categories: [] }),
      inScope({ kind: 'category', categories: many(21, (n) => `c${n}`) }),
      inScope({ kind: 'some' }),
      add({ off: { kind: 'gift' } }),
      add({ fromMs: -1 }),
      add({}, 0),
      add({}, 10_000_001),
      {},
    ])
      expect(parse('addCoupon', bad).success, JSON.stringify(bad)).toBe(false)
    expect(message('addCoupon', percent(0.5))).toBe('takes basis points')
    expect(message('addCoupon', add({}, 0.5))).toBe('takes a whole number')
    expect(message('addCoupon', add({ fromMs: 0.5 }))).toBe('takes a moment in ms')
    expect(message('addCoupon', add({ fromMs: '1' }))).toBe('takes a moment in ms')
    expect(message('addCoupon', add({ stacks: 'yes' }))).toBe('takes true or false')
  })

  it('takes a freight template, or none', () => {
    const full = freight({
      by: 'gram',
      rules: [{ ...rule, provinces: ['浙江省'] }],
      notTo: ['海外'],
      freeFromFen: 9900,
    })
    for (const good of [{}, freight({}), full])
      expect(parse('putFreight', good)).toMatchObject({ success: true, output: good })
    expect(message('putFreight', freight({ by: 'litre' }))).toBe('takes piece or gram')
    expect(message('putFreight', freight({ rules: [] }))).toBe('takes one rule or more')
    expect(message('putFreight', freight({ rules: many(40, () => rule) }))).toBeUndefined()
    expect(message('putFreight', freight({ rules: many(41, () => rule) }))).toBe('takes 40 rules at most')
    expect(message('putFreight', freight({ notTo: many(40, (n) => `p${n}`) }))).toBeUndefined()
    expect(message('putFreight', freight({ notTo: many(41, (n) => `p${n}`) }))).toBe('takes 40 provinces at most')
    const step = (amount: number) => freight({ rules: [{ ...rule, first: { amount, costFen: 0 } }] })
    expect(message('putFreight', step(0))).toBe('takes 1 or more')
    expect(message('putFreight', step(0.5))).toBe('takes a whole number')
    expect(parse('putFreight', step(1_000_001)).success).toBe(false)
  })
})
