import { bookAllPayouts } from './book-payouts.ts'
import { sendAllPayouts } from './send-payout.ts'

/** Runners' payouts: those to be sent or asked about, then those that are paid and not in the books yet. */
export const errandJobs = { sendPayouts: sendAllPayouts, payouts: bookAllPayouts } as const
