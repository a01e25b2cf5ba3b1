import { describe } from 'vitest'
import { errandStoresContract } from '../../../testing/errand/errand-stores-contract.ts'
import { memoryOrderStore, memoryReputationStore, memoryRunnerStore } from '../index.ts'

describe('in memory', () => {
  errandStoresContract({
    makeStores: () => ({
      orders: memoryOrderStore(),
      runners: memoryRunnerStore(),
      reputations: memoryReputationStore(),
    }),
  })
})
