import { describe } from 'vitest'
import { shopStoresContract } from '../../../testing/shop/shop-stores-contract.ts'
import { memoryCouponStore } from './memory-coupon-store.ts'
import { memoryGoodsStore } from './memory-goods-store.ts'
import { memorySettingsStore } from './memory-settings-store.ts'

describe('in memory', () => {
  shopStoresContract({
    makeStores: () => ({
      goods: memoryGoodsStore(),
      coupons: memoryCouponStore(),
      settings: memorySettingsStore(),
    }),
  })
})
