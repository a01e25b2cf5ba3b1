import { ok, type ShopEventRefusal, type shopOwnerActions } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
import type { OwnerHandlers } from '../owner/owner-handlers.ts'

/** What the owner does in a shop. */
export const shopOwnerHandlers = (deps: Deps): Pick<OwnerHandlers, keyof typeof shopOwnerActions> => ({
  ship: ({ orderNo, carrier, trackingNo, all }, call) => {
    const parcel = { carrier, trackingNo, sentAtMs: deps.clock.nowMs() }
    return ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.ship', parcel, all }), call.untilMs)
  },
  agreeAfterSale: ({ orderNo, key }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.agreeAfterSale', key }), call.untilMs),
  refuseAfterSale: ({ orderNo, key, because }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.refuseAfterSale', key, because }), call.untilMs),
  acceptReturn: ({ orderNo, key, restock }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.acceptReturn', key, restock }), call.untilMs),
  refundAgain: ({ orderNo, key }, call) =>
    ownerActs<ShopEventRefusal>(deps, orderNo, () => ({ kind: 'shop.refundAgain', key }), call.untilMs),
  async restock({ requestId, skuId, more }) {
    return ok({ skuId, available: await deps.stock.add(skuId, more, requestId, deps.clock.nowMs()) })
  },
})
