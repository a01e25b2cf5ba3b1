import { describe } from 'vitest'
import { holdStoreContract } from '../../testing/hold-store-contract.ts'
import { orderStoreContract } from '../../testing/order-store-contract.ts'
import { smallStoresContract } from '../../testing/small-stores-contract.ts'
import {
  memoryBookmarkStore,
  memoryHintStore,
  memoryHoldStore,
  memoryIncidentStore,
  memoryLedgerStore,
  memoryOrderStore,
} from './index.ts'

describe('in memory', () => {
  orderStoreContract({ makeStore: () => memoryOrderStore() })
  holdStoreContract({ makeStore: () => memoryHoldStore() })
  smallStoresContract({
    makeStores: () => ({
      ledger: memoryLedgerStore(),
      incidents: memoryIncidentStore(),
      hints: memoryHintStore(),
      bookmarks: memoryBookmarkStore(),
    }),
  })
})
