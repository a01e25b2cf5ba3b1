import type { HoldStore } from '../../ports/hold-store.ts'
import type { CouponStore } from '../../ports/shop/coupon-store.ts'
import type { GoodsStore } from '../../ports/shop/goods-store.ts'
import type { SettingsStore } from '../../ports/shop/settings-store.ts'

/** What the shop asks of the world beyond what all verticals share. */
export interface ShopDeps {
  readonly goods: GoodsStore
  /** Pieces per SKU. */
  readonly stock: HoldStore
  readonly coupons: CouponStore
  readonly settings: SettingsStore
}
