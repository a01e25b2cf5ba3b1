import type { ServerVertical } from '../vertical.ts'
import { commitCoupons, holdCoupons, releaseCoupons, takeBackCoupons } from './hold-coupons.ts'
import { holdStock } from './hold-stock.ts'
import { commitStock, releaseStock, takeBackStock } from './settle-stock.ts'
import { tellShop } from './shop-words.ts'
import { uploadShipping } from './upload-shipping.ts'

/** The shop on the server: stock and coupons held before paying, used up or given back afterwards. */
export const shopVertical = {
  hold: async (deps, order) => {
    const [stock, coupons] = await Promise.all([holdStock(deps, order), holdCoupons(deps, order)])
    return stock.ok ? coupons : stock
  },
  moments: {
    /** The owner sends a parcel. */
    'shop.desk': ['shop.reminded'],
    'shop.order': ['shop.shipped', 'order.refunded', 'order.paid'],
    'shop.afterSale': ['shop.afterSaleAgreed', 'shop.afterSaleRefused', 'order.refunded'],
  },
  effects: {
    'shop.commitStock': commitStock,
    'shop.releaseStock': releaseStock,
    'shop.takeBackStock': takeBackStock,
    'shop.commitCoupons': commitCoupons,
    'shop.releaseCoupons': releaseCoupons,
    'shop.takeBackCoupons': takeBackCoupons,
    'shop.uploadShipping': uploadShipping,
    'shop.tell': tellShop,
  },
} as const satisfies ServerVertical & { effects: unknown }
