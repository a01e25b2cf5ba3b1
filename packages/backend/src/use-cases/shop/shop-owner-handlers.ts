import {
  type Coupon,
  err,
  type Goods,
  ok,
  type ShopEventRefusal,
  type shopCatalogActions,
  type shopOwnerActions,
  skuFaults,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import type { HandlersOfActions } from '../../serve/serve.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
import { withLevels } from './browse-goods.ts'

/** What the owner does in a shop. */
export const shopOwnerHandlers = (
  deps: Deps,
): HandlersOfActions<typeof shopOwnerActions & typeof shopCatalogActions> => ({
  ship: ({ orderNo, carrier, trackingNo, all }, call) => {
    const parcel = { carrier, trackingNo, sentAtMs: deps.clock.nowMs() }
    return ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.ship', parcel, all }), call.untilMs)
  },
  agreeAfterSale: ({ orderNo, key, returnTo }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.agreeAfterSale', key, returnTo }), call.untilMs),
  refuseAfterSale: ({ orderNo, key, because }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.refuseAfterSale', key, because }), call.untilMs),
  acceptReturn: ({ orderNo, key, restock }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.acceptReturn', key, restock }), call.untilMs),
  refundAgain: ({ orderNo, key }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.refundAgain', key }), call.untilMs),
  async listAllGoods({ cursor }) {
    const page = await deps.goods.list({ offSaleToo: true }, { limit: 20, ...defined({ cursor }) })
    return ok({ ...page, items: await withLevels(deps, page.items) })
  },
  async putGoods({ goods }) {
    const faults = skuFaults(goods as Goods)
    if (faults.length > 0) return err({ code: 'GOODS_FAULTY', faults })
    await deps.goods.put(goods as Goods)
    const [shown] = await withLevels(deps, [goods as Goods])
    return ok(shown as Goods)
  },
  async addCoupon({ coupon, supply }) {
    const added = await deps.coupons.insert(coupon as Coupon, supply)
    if (added === 'inserted') return ok(coupon as Coupon)
    // A retry whose first answer was lost finds its own.
    const [known] = await deps.coupons.getMany([coupon.couponId])
    return digestOf(known) === digestOf(coupon) ? ok(coupon as Coupon) : err({ code: 'COUPON_EXISTS' })
  },
  async putFreight({ freight }) {
    await deps.settings.putShop(defined({ freight }))
    return ok(defined({ freight }))
  },
  async restock({ requestId, skuId, more }) {
    return ok({ skuId, available: await deps.stock.add(skuId, more, requestId, deps.clock.nowMs()) })
  },
})
