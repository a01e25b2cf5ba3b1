import type { Mutant } from './mutant.ts'

/** Layers that cover for others: removed together with a bug, so that the bug can be seen. */
export const noBill: NonNullable<Mutant['mask']> = {
  why: 'The walk over the daily bills finds the money all the same, a day later',
  patches: [{ file: 'backend/src/use-cases/housekeeping/keep-house.ts', find: '  bills: walkBills,\n', replace: '' }],
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
