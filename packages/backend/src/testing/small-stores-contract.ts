import {
  type Coupon,
  couponWalletId,
  fen,
  type GoodsId,
  moveMoney,
  newCouponWallet,
  type OpenId,
  type OutTradeNo,
} from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import type { PaymentNotice } from '../ports/payment-notice.ts'
import { testGoods } from './memory-world.ts'
import { noonMs } from './sample-orders.ts'

type SmallStores = Pick<Deps, 'goods' | 'coupons' | 'settings' | 'ledger' | 'incidents' | 'hints' | 'bookmarks'>

/** What the smaller stores have to do. `makeStores` gives empty ones. */
export const smallStoresContract = ({ makeStores }: { makeStores: () => Promise<SmallStores> | SmallStores }) => {
  let stores: SmallStores
  beforeEach(async () => {
    stores = await makeStores()
  })
  const owner = 'oOwner0000000000000000000000' as OpenId

  describe('the smaller stores', () => {
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
      expect((await stores.goods.list({ offSaleToo: true }, { limit: 5 })).items).toHaveLength(3)
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

    test('the books: every entry written once, read back by id and by day in Beijing', async () => {
      const entry = (id: string, atMs: number) => moveMoney(id, { from: 'sales:shop', to: 'wechat', amount: 100, atMs })
      const midnight = Date.UTC(2026, 10, 21, 16)
      const [late, early, next] = [entry('pay:b', midnight - 1), entry('pay:a', midnight - 9), entry('pay:c', midnight)]
      expect(await stores.ledger.post([late, early])).toBe(2)
      expect(await stores.ledger.post([late, next, { ...early, atMs: 0 }])).toBe(1)
      expect((await stores.ledger.ofDay('20261121', { limit: 9 })).items).toEqual([early, late])
      expect((await stores.ledger.ofDay('20261122', { limit: 9 })).items).toEqual([next])
      expect(await stores.ledger.getMany(['pay:c', 'none'])).toEqual([next])
      expect(await stores.ledger.getMany([])).toEqual([])
    })

    test('incidents: each recorded once, listed until a person resolves it', async () => {
      const incident = { key: 'orphan-1', kind: 'orphanPayment', atMs: noonMs, facts: { paidFen: 1 } } as const
      await stores.incidents.record(incident)
      await stores.incidents.record({ ...incident, atMs: noonMs + 5 })
      await stores.incidents.record({ ...incident, key: 'orphan-2', atMs: noonMs + 1 })
      expect((await stores.incidents.open({ limit: 9 })).items.map(({ key }) => key)).toEqual(['orphan-1', 'orphan-2'])
      expect(await stores.incidents.get('orphan-1')).toEqual(incident)
      expect(await stores.incidents.get('orphan-9')).toBeUndefined()
      expect(await stores.incidents.resolve('orphan-1', 'paid back by hand', noonMs + 9)).toBe(true)
      expect(await stores.incidents.resolve('orphan-1', 'again', noonMs + 9)).toBe(false)
      await stores.incidents.record(incident)
      expect((await stores.incidents.open({ limit: 9 })).items.map(({ key }) => key)).toEqual(['orphan-2'])
    })

    test('hints: one per payment, until dropped; dropping what is gone is no error', async () => {
      await stores.hints.keep(notice, noonMs)
      await stores.hints.keep(notice, noonMs + 1)
      const kept = await stores.hints.list({ limit: 9 })
      expect(kept.items).toEqual([{ key: notice.outTradeNo, notice, atMs: noonMs }])
      await stores.hints.drop(notice.outTradeNo)
      await stores.hints.drop(notice.outTradeNo)
      expect((await stores.hints.list({ limit: 9 })).items).toEqual([])
    })

    test('bookmarks: a place, or none', async () => {
      expect(await stores.bookmarks.get('job')).toBeUndefined()
      await stores.bookmarks.set('job', '12_a')
      await stores.bookmarks.set('job', '13_b')
      expect(await stores.bookmarks.get('job')).toBe('13_b')
      await stores.bookmarks.set('job', undefined)
      await stores.bookmarks.set('job', undefined)
      expect(await stores.bookmarks.get('job')).toBeUndefined()
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

const notice: PaymentNotice = {
  kind: 'payment',
  rail: 'cloudPay',
  outTradeNo: '0123456789ABCDEFGHJKMNPQRS-1' as OutTradeNo,
  transactionId: '4200000000000000000000000001',
  payer: 'oBuyer00000000000000000000aa' as OpenId,
  totalFen: fen(1990),
}
