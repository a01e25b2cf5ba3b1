import type { Coupon } from '@pay/core'
import { yuan } from '../format/yuan.ts'
import { s } from './text/index.ts'

/** What a coupon takes off: `减 ¥5`, `9 折`. */
export const couponOff = ({ off }: Coupon): string =>
  off.kind === 'amount'
    ? s.coupons.amount(yuan(off.offFen).replace(/\.00$/, ''))
    : s.coupons.percent((10_000 - off.offBasisPoints) / 1_000)

/** From which sum on. */
export const couponThreshold = ({ thresholdFen }: Coupon): string =>
  thresholdFen > 0 ? s.coupons.threshold(yuan(thresholdFen).replace(/\.00$/, '')) : s.coupons.noThreshold

/** For what. */
export const couponWhere = ({ scope }: Coupon): string =>
  scope.kind === 'category' ? s.coupons.scope.category(scope.categories) : s.coupons.scope[scope.kind]

/** How much at most, of a coupon that takes off a part. */
export const couponMost = ({ mostFen }: Extract<Coupon['off'], { kind: 'percent' }>): string =>
  s.coupons.most(yuan(mostFen).replace(/\.00$/, ''))
