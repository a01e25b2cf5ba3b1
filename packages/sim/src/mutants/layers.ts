import type { Mutant } from './mutant.ts'

/** Layers that cover for others: removed together with a bug, so that the bug can be seen. */
/** The books are still kept: only the orders are not told what the bill says. */
export const noBill: NonNullable<Mutant['mask']> = {
  why: 'The walk over the daily bills finds the money all the same, a day later',
  patches: [
    {
      file: 'backend/src/use-cases/housekeeping/check-bill.ts',
      find: 'if (at < fromRow || !row.ours) continue',
      replace: 'if (at >= 0) continue',
    },
  ],
}

export const noSweep: NonNullable<Mutant['mask']> = {
  why: 'The timer asks WeChat about every order that is not paid yet',
  patches: [
    ...noBill.patches,
    {
      file: 'backend/src/use-cases/housekeeping/keep-house.ts',
      find: '  unpaidOrders: settleUnpaidOrders,\n',
      replace: '',
    },
  ],
}

export const noTidying: NonNullable<Mutant['mask']> = {
  why: 'Housekeeping gives back what orders that are over hold, a day later',
  patches: [
    { file: 'backend/src/use-cases/shop/shop-jobs.ts', find: '  stock: tidyStock,\n', replace: '' },
    { file: 'backend/src/use-cases/shop/shop-jobs.ts', find: '  coupons: tidyCoupons,\n', replace: '' },
  ],
}

export const repeatsReachTheRules: NonNullable<Mutant['mask']> = {
  why: 'A repeat of what is booked is recognised before the rules are asked',
  patches: [
    {
      file: 'backend/src/use-cases/notice/handle-payment-notice.ts',
      find: "if (attempt?.paid !== undefined && attempt.paid.transactionId === notice.transactionId) return 'acknowledged'",
      replace: '',
    },
  ],
}
