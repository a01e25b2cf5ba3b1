import { reconcileSigned } from './reconcile-signed.ts'

/** Virtual payment has no daily bill: each payment is asked about. */
export const tipJobs = { signedPayments: reconcileSigned } as const
