import { bookAllPayouts } from './book-payouts.ts'

/** Runners' payouts that are paid and not in the books yet. */
export const errandJobs = { payouts: bookAllPayouts } as const
