import type { Coupon, CouponWallet, OpenId } from '@pay/core'
import type { HoldStore } from '../hold-store.ts'

/** Coupons as the owner made them, how many are left to claim, and what people have in their wallets. */
export interface CouponStore {
  /** What the terms say never changes once it was handed out, so an adapter may remember it. */
  getMany(couponIds: readonly string[]): Promise<readonly Coupon[]>
  /** Those that can be claimed at this moment, newest first, 100 at most. */
  claimable(nowMs: number): Promise<readonly Coupon[]>
  /** A new coupon for so many people. */
  insert(coupon: Coupon, supply: number): Promise<'inserted' | 'exists'>
  /** One fewer is left to claim; `false` when none is left. */
  takeOne(couponId: string): Promise<boolean>
  insertWallet(wallet: CouponWallet): Promise<'inserted' | 'exists'>
  walletsOf(owner: OpenId): Promise<readonly CouponWallet[]>
  /** The uses in the wallets, by `couponWalletId`. */
  readonly uses: HoldStore
}
