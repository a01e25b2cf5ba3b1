import { type Coupon, couponWalletId, fen, type GoodsId, newCouponWallet, type OpenId } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ShopDeps } from '../../use-cases/shop/shop-deps.ts'
import { noonMs } from '../sample-orders.ts'
import { testGoods } from './test-goods.ts'

export type ShopStores = Pick<ShopDeps, 'goods' | 'coupons' | 'settings'>

/** What the stores of a shop have to do. `makeStores` gives empty ones. */
export const shopStoresContract = ({ makeStores }: { makeStores: () => Promise<ShopStores> | ShopStores }) => {
  let stores: ShopStores
  beforeEach(async () => {
    stores = await makeStores()
  })
  const owner = 'oOwner0000000000000000000000' as OpenId

  describe('the stores of a shop', () => {
    test('goods: a shelf, page by page, by category and by part of a title taken literally', async () => {
      for (const goods of testGoods) await stores.goods.put(goods)
      const cup = testGoods[0]
      if (cup === undefined) throw new Error('no goods')
      await stores.goods.put({ ...cup, goodsId: 'hidden' as GoodsId, onSale: false })
      const first = await stores.goods.list({}, { limit: 1 })
      expect(first.items).toHaveLength(1)
      const rest = await stores.goods.list({}, { limit: 5, cursor: first.cursor ?? '' })
      expect([...first.items, ...rest.items].map(({ goodsId }) => goodsId).sort()).toEqual(['beans', 'cup'])
      expect((await stores.goods.list({ category: '器物' }, { limit: 5 })).items.map((g) => g.goodsId)).toEqual(['cup'])
      expect((await stores.goods.list({ search: '咖啡' }, { limit: 5 })).items.map((g) => g.goodsId)).toEqual(['beans'])
      expect((await stores.goods.list({ search: '.*' }, { limit: 5 })).items).toEqual([])
      expect((await stores.goods.list({ featured: true }, { limit: 5 })).items).toEqual([])
      await stores.goods.put({ ...cup, featured: true })
      expect((await stores.goods.list({ featured: true }, { limit: 5 })).items.map((g) => g.goodsId)).toEqual(['cup'])
      await stores.goods.put(cup)
      expect((await stores.goods.list({ featured: true }, { limit: 5 })).items).toEqual([])
      expect((await stores.goods.list({ offSaleToo: true }, { limit: 5 })).items).toHaveLength(3)
      expect([...(await stores.goods.categories())].sort()).toEqual(['器物', '茶饮'])
      await stores.goods.put({ ...cup, onSale: false })
      expect(await stores.goods.categories()).toEqual(['茶饮'])
      const many = await stores.goods.getMany(['hidden', 'cup', 'nothing'] as GoodsId[])
      expect(many.map(({ goodsId }) => goodsId).sort()).toEqual(['cup', 'hidden'])
    })

    test('coupons: handed out as often as there are, claimed into a wallet once', async () => {
      expect(await stores.coupons.insert(coupon, 2)).toBe('inserted')
      expect(await stores.coupons.insert(coupon, 9)).toBe('exists')
      expect(await stores.coupons.claimable(noonMs)).toEqual([coupon])
      expect(await stores.coupons.claimable(coupon.untilMs)).toEqual([])
      const taken = await Promise.all(Array.from({ length: 5 }, () => stores.coupons.takeOne('ten-off')))
      expect(taken.filter((one) => one)).toHaveLength(2)
      expect(await stores.coupons.claimable(noonMs)).toEqual([])
      expect(await stores.coupons.getMany(['ten-off', 'none'])).toEqual([coupon])

      const wallet = newCouponWallet(coupon, owner, noonMs)
      expect(await stores.coupons.insertWallet(wallet)).toBe('inserted')
      expect(await stores.coupons.insertWallet(wallet)).toBe('exists')
      expect(await stores.coupons.walletsOf(owner)).toMatchObject([wallet])
      const id = couponWalletId('ten-off', owner)
      const use = { claim: 'order', quantity: 1 }
      expect(await stores.coupons.uses.reserve(id, use, noonMs)).toEqual({ kind: 'reserved' })
      expect(await stores.coupons.walletsOf(owner)).toMatchObject([{ owner, couponId: 'ten-off', available: 0 }])
    })

    test('settings: what was put last', async () => {
      expect(await stores.settings.shop()).toEqual({})
      const step = { amount: 1, costFen: fen(800) }
      const freight = { by: 'piece', rules: [{ first: step, more: step }] } as const
      await stores.settings.putShop({ freight })
      expect(await stores.settings.shop()).toEqual({ freight })
      await stores.settings.putShop({})
      expect(await stores.settings.shop()).toEqual({})
    })
  })
}

const coupon: Coupon = {
  couponId: 'ten-off',
  title: '满 100 减 10',
  off: { kind: 'amount', offFen: fen(1_000) },
  thresholdFen: fen(10_000),
  scope: { kind: 'all' },
  fromMs: noonMs,
  untilMs: noonMs + 86_400_000,
  stacks: false,
  usesPerPerson: 1,
}
