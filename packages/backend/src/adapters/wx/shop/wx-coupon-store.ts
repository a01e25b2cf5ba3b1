import { type Coupon, type CouponWallet, couponWalletId, type OpenId } from '@pay/core'
import type { CouponStore } from '../../../ports/shop/coupon-store.ts'
import type { WxDatabase } from '../wx-cloud.ts'
import { wxHoldStore } from '../wx-hold-store.ts'
import { wxTable } from '../wx-table.ts'

/** Coupons in the cloud database: `coupons` `{ _id, left, untilMs, coupon }`, `couponWallets` one document per person and coupon. */
export const wxCouponStore = (db: WxDatabase): CouponStore => {
  const _ = db.command
  const table = wxTable(db, 'coupons')
  const wallets = wxTable(db, 'couponWallets')
  // Terms never change once handed out: a function that stays warm reads each coupon once.
  const known = new Map<string, Coupon>()

  return {
    async getMany(couponIds) {
      const missing = couponIds.filter((couponId) => !known.has(couponId)).map(String)
      if (missing.length > 0)
        for (const document of await table.find({ _id: _.in(missing) }, [], missing.length))
          known.set(document._id, document.coupon as Coupon)
      return couponIds.flatMap((couponId) => known.get(couponId) ?? [])
    },
    async claimable(nowMs) {
      const documents = await table.find({ untilMs: _.gt(nowMs), left: _.gt(0) }, [['untilMs', 'desc']], 100)
      return documents.map((document) => document.coupon as Coupon)
    },
    insert: (coupon, supply) => table.insert(coupon.couponId, { left: supply, untilMs: coupon.untilMs, coupon }),
    takeOne: async (couponId) =>
      (await table.update({ _id: String(couponId), left: _.gt(0) }, { left: _.inc(-1) })) === 1,
    insertWallet: (wallet) => wallets.insert(couponWalletId(wallet.couponId, wallet.owner), { ...wallet, added: {} }),
    async walletsOf(owner) {
      const documents = await wallets.find({ owner: String(owner) }, [['claimedAtMs', 'desc']], 100)
      return documents.map(
        (document): CouponWallet => ({
          couponId: String(document.couponId),
          owner: document.owner as OpenId,
          claimedAtMs: Number(document.claimedAtMs),
          version: Number(document.version),
          available: Number(document.available),
          holds: (document.holds ?? {}) as CouponWallet['holds'],
        }),
      )
    },
    uses: wxHoldStore(db, 'couponWallets'),
  }
}
