import { payoutContract } from '../../../testing/errand/payout-contract.ts'
import { payoutByHand } from './payout-by-hand.ts'

payoutContract({
  make: () => ({ payout: payoutByHand, end: async () => {} }),
  skip: [
    {
      reason: 'no money moves by itself: what the owner paid is in the runner’s document, see record-payout',
      tests: ['says where it can be found once it is paid', 'says that it is over when it failed'],
    },
  ],
})
