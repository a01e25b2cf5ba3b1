import { memoryHoldStore } from '../../adapters/memory/memory-hold-store.ts'
import { memoryCouponStore } from '../../adapters/memory/shop/memory-coupon-store.ts'
import { memoryGoodsStore } from '../../adapters/memory/shop/memory-goods-store.ts'
import { memorySettingsStore } from '../../adapters/memory/shop/memory-settings-store.ts'
import type { StoredHolds } from '../../ports/hold-store.ts'
import type { ShopDeps } from '../../use-cases/shop/shop-deps.ts'
import { testGoods } from './test-goods.ts'

/** The test goods, ten pieces of each SKU. */
export const shopMemoryPorts = (): ShopDeps => ({
  goods: memoryGoodsStore(testGoods),
  stock: memoryHoldStore(tenOfEach()),
  coupons: memoryCouponStore(),
  settings: memorySettingsStore(),
})

const tenOfEach = (): Map<string, StoredHolds> =>
  new Map(
    testGoods.flatMap(({ skus }) =>
      skus.map(({ skuId }) => [skuId, { id: skuId, version: 1, available: 10, holds: {}, added: {} }]),
    ),
  )
