import { holdStoreContract, orderStoreContract, smallStoresContract } from '@pay/backend/testing'
import {
  wxBookmarkStore,
  wxHintStore,
  wxHoldStore,
  wxIncidentStore,
  wxLedgerStore,
  wxOrderStore,
} from '@pay/backend/wx'
import { afterAll, beforeEach, describe } from 'vitest'
import { emulatedCloud } from './emulated-cloud.ts'

/** The same suites as in memory, through the unmodified wx-server-sdk. */
describe('on the cloud database', { timeout: 60_000 }, async () => {
  const { emulator, cloud } = await emulatedCloud()
  const db = cloud.database({ throwOnNotFound: false })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  const emptied = async (...collections: string[]) => {
    for (const name of collections)
      await db
        .collection(name)
        .where({ _id: db.command.exists(true) })
        .remove()
  }

  orderStoreContract({ makeStore: () => wxOrderStore(db) })
  holdStoreContract({
    makeStore: async () => {
      await emptied('stock')
      return wxHoldStore(db, 'stock')
    },
  })
  smallStoresContract({
    makeStores: () => ({
      ledger: wxLedgerStore(db),
      incidents: wxIncidentStore(db),
      hints: wxHintStore(db),
      bookmarks: wxBookmarkStore(db),
    }),
  })
})
