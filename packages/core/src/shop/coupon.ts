import type { HoldRecord } from '../holds/hold-record.ts'
import type { GoodsId, OpenId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'

/** A coupon as the owner made it: one for everybody, its terms never change once it was handed out. */
export interface Coupon {
  readonly couponId: string
  readonly title: string
  readonly off: CouponOff
  /** Goods within the scope have to come to so much, before any discount. */
  readonly thresholdFen: Fen
  readonly scope: CouponScope
  /** From this moment on, and before that one. */
  readonly fromMs: number
  readonly untilMs: number
  /** May stand beside other coupons that also may; one that may not is used alone. */
  readonly stacks: boolean
  /** How often one person may use it. */
  readonly usesPerPerson: number
}

export type CouponOff =
  | { readonly kind: 'amount'; readonly offFen: Fen }
  /** So much of the scope's price: 1,000 basis points are 10 % off (九折). */
  | { readonly kind: 'percent'; readonly offBasisPoints: number; readonly mostFen: Fen }

export type CouponScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'goods'; readonly goodsIds: readonly GoodsId[] }
  | { readonly kind: 'category'; readonly categories: readonly string[] }

/**
 * One person's uses of one coupon: what orders compete for. Claiming the coupon inserts it, under an id of both, so it
 * can be claimed once. Each order that uses it holds 1; released when the order closes, given back when all is refunded.
 */
export interface CouponWallet extends HoldRecord {
  readonly couponId: string
  readonly owner: OpenId
  readonly claimedAtMs: number
}

/** How many people may still claim it. A claim that dies half-way may lose one, never hand out one too many. */
export interface CouponSupply {
  readonly couponId: string
  readonly left: number
}

export const newCouponWallet = (coupon: Coupon, owner: OpenId, nowMs: number): CouponWallet => ({
  couponId: coupon.couponId,
  owner,
  claimedAtMs: nowMs,
  version: 1,
  available: coupon.usesPerPerson,
  holds: {},
})

/** The id of a person's wallet: claiming twice finds it. */
export const couponWalletId = (couponId: string, owner: OpenId): string => `${couponId}:${owner}`

/** At most so many coupons on one order. */
export const maxCoupons = 5
