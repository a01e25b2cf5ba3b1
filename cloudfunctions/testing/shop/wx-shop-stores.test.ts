import { noonMs, shopStoresContract } from '@pay/backend/testing'
import { wxCouponStore, wxGoodsStore, wxSettingsStore } from '@pay/backend/wx'
import { afterAll, beforeEach, describe } from 'vitest'
import { emulatedDatabase } from '../emulated-cloud.ts'

/** The same suite as in memory, through the unmodified wx-server-sdk. */
describe('on the cloud database', { timeout: 60_000 }, async () => {
  const { emulator, cloud } = await emulatedDatabase()
  const db = cloud.database({ throwOnNotFound: false })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  shopStoresContract({
    makeStores: () => ({
      goods: wxGoodsStore(db),
      coupons: wxCouponStore(db),
      settings: wxSettingsStore(db, () => noonMs),
    }),
  })
})
