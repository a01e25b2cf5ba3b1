import { type Coupon, fen } from '@pay/core'

/** What people find in the shop's coupon hall. */
export const coupons: readonly [Coupon] = [
  {
    couponId: 'three-off',
    title: '满减',
    off: { kind: 'amount', offFen: fen(3) },
    thresholdFen: fen(7),
    scope: { kind: 'all' },
    fromMs: 0,
    untilMs: Date.UTC(2030, 0, 1),
    stacks: false,
    usesPerPerson: 1,
  },
]
