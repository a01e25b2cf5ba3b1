import type { Address } from '../address/address.ts'
import type { GoodsId, SkuId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { AfterSale } from './after-sale.ts'
import type { Parcel } from './parcel.ts'
import type { ShopFulfilment } from './transitions.ts'

/** The shop's part of an order. */
export interface ShopDetail {
  readonly vertical: 'shop'
  readonly lines: readonly ShopLine[]
  readonly price: ShopPrice
  readonly remark: string
  readonly fulfilment: ShopFulfilment
  /** What was sent so far; absent: nothing. */
  readonly parcels?: readonly Parcel[]
  /** When the buyer last asked for it to be sent; absent: never. */
  readonly remindedAtMs?: number
  /** Present once everything is sent. */
  readonly autoConfirmAtMs?: number
  readonly receivedAtMs?: number
  /** Absent: nothing has to be sent anywhere. */
  readonly address?: Address
  readonly coupons?: readonly UsedCoupon[]
  /** Oldest first. */
  readonly afterSales?: readonly AfterSale[]
}

/** One SKU in one order, at the price of the moment it was placed. */
export interface ShopLine {
  readonly goodsId: GoodsId
  readonly skuId: SkuId
  readonly title: string
  /** The chosen values, such as 青色 / 大. */
  readonly spec: string
  readonly picture: string
  readonly unitFen: Fen
  readonly quantity: number
  /** unitFen × quantity */
  readonly amountFen: Fen
  /** Its share of the order's discount; absent: none. A refund of the line gives back amount − discount. */
  readonly discountFen?: Fen
}

/** How the total came about; the parts add up to it exactly. */
export interface ShopPrice {
  readonly goodsFen: Fen
  readonly freightFen: Fen
  readonly discountFen: Fen
  /** goods + freight − discount */
  readonly totalFen: Fen
}

/** A coupon on an order, with all that it took off. */
export interface UsedCoupon {
  readonly couponId: string
  readonly title: string
  readonly discountFen: Fen
}
