import type { ErrandDeps } from '@pay/backend'
import { hmacSigner, payoutByHand, straightLineDistance } from '@pay/backend/system'
import { wxReputationStore, wxRunnerStore } from '@pay/backend/wx'
import { db } from '../platform.ts'
import { readQuoteKeys } from './quote-keys.ts'

const quoteKeys = readQuoteKeys(process.env)

export const errandDeps: ErrandDeps = {
  errand: {
    runners: wxRunnerStore(db),
    reputations: wxReputationStore(db),
    distance: straightLineDistance,
    payout: payoutByHand,
    signer: hmacSigner(() => quoteKeys),
  },
}
