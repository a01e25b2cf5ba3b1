import { noonMs, shopStoresContract } from '@pay/backend/testing'
import { wxCouponStore, wxGoodsStore, wxSettingsStore } from '@pay/backend/wx'
import { afterAll, beforeEach, describe } from 'vitest'
import { emulatedCloud } from '../emulated-cloud.ts'

/** The same suite as in memory, through the unmodified wx-server-sdk. */
describe('on the cloud database', { timeout: 60_000 }, async () => {
  const { emulator, cloud } = await emulatedCloud()
  const db = cloud.database({ throwOnNotFound: false })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  shopStoresContract({
    makeStores: async () => {
      // The seed fills the shelf.
      await db
        .collection('goods')
        .where({ _id: db.command.exists(true) })
        .remove()
      return {
        goods: wxGoodsStore(db),
        coupons: wxCouponStore(db),
        settings: wxSettingsStore(db, () => noonMs),
      }
    },
  })
})
