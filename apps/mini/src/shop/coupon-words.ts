import type { Coupon } from '@pay/core'
import { moment } from '../format/moment.ts'
import { yuan } from '../format/yuan.ts'
import { s } from './text/index.ts'

/** What a coupon takes off: `减 ¥5.00`, `打 9 折`. */
export const couponOff = ({ off }: Coupon): string =>
  off.kind === 'amount' ? s.coupons.amount(yuan(off.offFen)) : s.coupons.percent((10_000 - off.offBasisPoints) / 1_000)

/** On what terms: from which sum, for what, until when. */
export const couponTerms = (coupon: Coupon): string =>
  [
    coupon.thresholdFen > 0 ? s.coupons.threshold(yuan(coupon.thresholdFen)) : s.coupons.noThreshold,
    coupon.off.kind === 'percent' ? s.coupons.most(yuan(coupon.off.mostFen)) : undefined,
    s.coupons.scope[coupon.scope.kind],
    s.coupons.until(moment(coupon.untilMs)),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
