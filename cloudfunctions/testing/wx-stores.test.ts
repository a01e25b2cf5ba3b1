import { holdStoreContract, messagesContract, orderStoreContract, smallStoresContract } from '@pay/backend/testing'
import {
  wxBookmarkStore,
  wxHintStore,
  wxHoldStore,
  wxIncidentStore,
  wxLedgerStore,
  wxMessages,
  wxOrderStore,
} from '@pay/backend/wx'
import type { OpenId } from '@pay/core'
import { afterAll, beforeEach, describe } from 'vitest'
import { emulatedDatabase } from './emulated-cloud.ts'

/** The same suites as in memory, through the unmodified wx-server-sdk. */
describe('on the cloud database', { timeout: 60_000 }, async () => {
  const { emulator, cloud, post } = await emulatedDatabase()
  const db = cloud.database({ throwOnNotFound: false })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  orderStoreContract({ makeStore: () => wxOrderStore(db) })
  holdStoreContract({
    // Any collection will do; this one is there whichever trades are.
    makeStore: () => wxHoldStore(db, 'bookmarks'),
  })
  messagesContract({
    make: async () => {
      const fields = {
        thing1: 'what',
        phrase2: 'state',
        amount3: 'amount',
        time4: 'at',
        character_string5: 'no',
        thing6: 'note',
      } as const
      const seen = () => fetch(`${emulator.address}/__emulator/messages`)
      return {
        messages: wxMessages(cloud, { 'order.paid': { id: 'T1', fields, page: 'pages/order/index?orderNo={no}' } }),
        reader: emulator.as('li').openid as OpenId,
        reached: async () => ((await (await seen()).json()) as unknown[]).length,
        decline: async () => {
          await post('/client/subscribe', { tmplIds: ['T1'], refuse: true }, 'li')
        },
      }
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
