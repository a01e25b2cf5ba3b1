import { errandStoresContract } from '@pay/backend/testing'
import { wxOrderStore, wxReputationStore, wxRunnerStore } from '@pay/backend/wx'
import { afterAll, beforeEach, describe } from 'vitest'
import { emulatedDatabase } from '../emulated-cloud.ts'

/** The same suite as in memory, through the unmodified wx-server-sdk. */
describe('on the cloud database', async () => {
  const { emulator, cloud } = await emulatedDatabase()
  const db = cloud.database({ throwOnNotFound: false })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  errandStoresContract({
    makeStores: () => ({
      orders: wxOrderStore(db),
      runners: wxRunnerStore(db),
      reputations: wxReputationStore(db),
    }),
  })
})
