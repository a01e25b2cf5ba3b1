import { describe } from 'vitest'
import { holdStoreContract } from '../../testing/hold-store-contract.ts'
import { orderStoreContract } from '../../testing/order-store-contract.ts'
import { smallStoresContract } from '../../testing/small-stores-contract.ts'
import {
  memoryBookmarkStore,
  memoryCouponStore,
  memoryGoodsStore,
  memoryHintStore,
  memoryHoldStore,
  memoryIncidentStore,
  memoryLedgerStore,
  memoryOrderStore,
  memorySettingsStore,
} from './index.ts'

describe('in memory', () => {
  orderStoreContract({ makeStore: () => memoryOrderStore() })
  holdStoreContract({ makeStore: () => memoryHoldStore() })
  smallStoresContract({
    makeStores: () => ({
      goods: memoryGoodsStore(),
      coupons: memoryCouponStore(),
      settings: memorySettingsStore(),
      ledger: memoryLedgerStore(),
      incidents: memoryIncidentStore(),
      hints: memoryHintStore(),
      bookmarks: memoryBookmarkStore(),
    }),
  })
})
