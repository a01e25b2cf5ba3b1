import { payoutContract } from '../../../testing/errand/payout-contract.ts'
import { memoryPayout } from './memory-payout.ts'

payoutContract({
  make: () => {
    const payout = memoryPayout()
    return { payout, end: async (payoutNo, how) => payout.end(payoutNo, how) }
  },
})
