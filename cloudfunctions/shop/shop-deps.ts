import type { ShopDeps } from '@pay/backend'
import { systemClock } from '@pay/backend/system'
import { wxCouponStore, wxGoodsStore, wxHoldStore, wxSettingsStore } from '@pay/backend/wx'
import { db } from '../platform.ts'

export const shopDeps: ShopDeps = {
  goods: wxGoodsStore(db),
  stock: wxHoldStore(db, 'stock'),
  coupons: wxCouponStore(db),
  settings: wxSettingsStore(db, systemClock.nowMs),
}
