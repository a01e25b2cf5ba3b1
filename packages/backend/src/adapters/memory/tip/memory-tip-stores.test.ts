import { describe } from 'vitest'
import { tipStoresContract } from '../../../testing/tip/tip-stores-contract.ts'
import {
  memoryAccessTokenStore,
  memoryCreatorStore,
  memorySessionStore,
  memorySignedPaymentStore,
  memoryTipBoard,
} from '../index.ts'

describe('in memory', () => {
  tipStoresContract({
    makeStores: () => ({
      creators: memoryCreatorStore(),
      board: memoryTipBoard(),
      sessions: memorySessionStore(),
      tokens: memoryAccessTokenStore(),
      signed: memorySignedPaymentStore(),
    }),
  })
})
