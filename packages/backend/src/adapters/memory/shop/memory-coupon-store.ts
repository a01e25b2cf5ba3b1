import { type Coupon, type CouponWallet, couponWalletId } from '@pay/core'
import type { StoredHolds } from '../../../ports/hold-store.ts'
import type { CouponStore } from '../../../ports/shop/coupon-store.ts'
import { memoryHoldStore } from '../memory-hold-store.ts'

/** Coupons, their supply and wallets in Maps. */
export const memoryCouponStore = (wallets = new Map<string, StoredHolds & CouponWallet>()): CouponStore => {
  const coupons = new Map<string, { readonly coupon: Coupon; left: number }>()
  return {
    async getMany(couponIds) {
      return couponIds.flatMap((couponId) => coupons.get(couponId)?.coupon ?? [])
    },
    async claimable(nowMs) {
      const all = [...coupons.values()].filter(({ coupon, left }) => left > 0 && nowMs < coupon.untilMs)
      return all.map(({ coupon }) => coupon).reverse()
    },
    async insert(coupon, supply) {
      if (coupons.has(coupon.couponId)) return 'exists'
      coupons.set(coupon.couponId, { coupon, left: supply })
      return 'inserted'
    },
    async takeOne(couponId) {
      const entry = coupons.get(couponId)
      if (entry === undefined || entry.left < 1) return false
      entry.left--
      return true
    },
    async insertWallet(wallet) {
      const id = couponWalletId(wallet.couponId, wallet.owner)
      if (wallets.has(id)) return 'exists'
      wallets.set(id, { ...wallet, id, added: {} })
      return 'inserted'
    },
    async walletsOf(owner) {
      return [...wallets.values()].filter((wallet) => wallet.owner === owner)
    },
    // The wallets' own Map: a hold changes the wallet's document, whatever else is in it stays.
    uses: memoryHoldStore(wallets as Map<string, StoredHolds>),
  }
}
