import type { Job } from '../housekeeping/job.ts'
import { tidyHolds } from '../housekeeping/tidy-holds.ts'

const tidyStock: Job = (deps, untilMs) => tidyHolds(deps, 'stock', deps.stock, untilMs)

const tidyCoupons: Job = (deps, untilMs) => tidyHolds(deps, 'coupons', deps.coupons.uses, untilMs)

/** Pieces and uses of coupons that are held for orders which are over, and holds to forget. */
export const shopJobs = {
  stock: tidyStock,
  coupons: tidyCoupons,
} as const
