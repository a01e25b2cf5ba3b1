import * as v from 'valibot'
import { addressField } from '../address/address-field.ts'
import { action, defineContract } from '../contract/contract.ts'
import {
  carrierField,
  cursorField,
  fenField,
  freeTextField,
  goodsIdField,
  neededTextField,
  orderNoField,
  picturesField,
  quantityField,
  recordIdField,
  requestIdField,
  skuIdField,
  trackingNoField,
} from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import type { PlacedOrder } from '../contract/placed-order.ts'
import type { SkuId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import { mostOrderFen } from '../money/order-range.ts'
import type { OrderRefusal } from '../order/order-contract.ts'
import type { OrderView } from '../order/order-view.ts'
import { afterSaleReasons } from './after-sale.ts'
import type { RepricedCart } from './cart.ts'
import { type Coupon, maxCoupons } from './coupon.ts'
import type { Goods } from './goods.ts'
import type { PriceRefusal } from './price-order.ts'
import type { ShopLine, ShopPrice, UsedCoupon } from './shop-detail.ts'
import type { ShopEventRefusal } from './shop-event.ts'

const lineFields = { goodsId: goodsIdField, skuId: skuIdField, quantity: quantityField }
const linesField = v.pipe(
  v.array(v.strictObject(lineFields)),
  v.minLength(1, 'takes one line or more'),
  v.maxLength(50, 'takes 50 lines at most'),
)

const couponIdsField = v.optional(v.pipe(v.array(recordIdField), v.maxLength(maxCoupons)), [])
const afterSaleKeyField = v.pipe(v.string(), v.regex(/^as[1-9][0-9]?$/, 'takes the key of an after-sale'))

/** The cloud function `shop`: browse, price, place, receive, give back. The client names goods and quantities; prices are the server's. */
export const shopContract = defineContract('shop', {
  listGoods: action<Page<Goods>>()(
    v.strictObject({
      cursor: v.optional(cursorField),
      category: v.optional(neededTextField(30)),
      /** Only what the owner puts forward. */
      featured: v.optional(v.literal(true, 'takes true, or is absent')),
      /** Part of a title. */
      search: v.optional(neededTextField(30)),
    }),
  ),
  /** The categories of what is on sale, in the order of the shelf. */
  listCategories: action<{ readonly items: readonly string[] }>()(v.strictObject({})),
  getGoods: action<Goods>()(v.strictObject({ goodsId: goodsIdField })),
  /** What has become of the lines of a cart: prices, what is gone or short. Refuses nothing. */
  repriceCart: action<RepricedCart>()(
    v.strictObject({
      lines: v.pipe(
        v.array(v.strictObject({ ...lineFields, seenFen: v.optional(fenField(0, mostOrderFen)) })),
        v.maxLength(100, 'takes 100 lines at most'),
      ),
    }),
  ),
  /** What the lines would cost now. Promises nothing. */
  quote: action<ShopQuote, PriceRefusal>()(
    v.strictObject({ lines: linesField, couponIds: couponIdsField, address: v.optional(addressField) }),
  ),
  /** Inserts the order, holds the stock, asks WeChat for the prepay: one call. A retry with the same requestId finds the same order. */
  placeOrder: action<PlacedOrder, PriceRefusal | OrderRefusal>()(
    v.strictObject({
      requestId: requestIdField,
      lines: linesField,
      remark: v.optional(freeTextField(100), ''),
      couponIds: couponIdsField,
      address: v.optional(addressField),
    }),
  ),
  /** Coupons that can be claimed, and those in the caller's wallet. */
  listCoupons: action<{ readonly toClaim: readonly Coupon[]; readonly mine: readonly CouponView[] }>()(
    v.strictObject({}),
  ),
  /** Claiming twice is claiming once. */
  claimCoupon: action<CouponView, CouponClaimRefusal>()(v.strictObject({ couponId: recordIdField })),
  confirmReceipt: action<OrderView, ShopEventRefusal | OrderRefusal>()(v.strictObject({ orderNo: orderNoField })),
  /** Asks the owner to send it, once a day. */
  remind: action<OrderView, ShopEventRefusal | OrderRefusal>()(v.strictObject({ orderNo: orderNoField })),
  askAfterSale: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      requestId: requestIdField,
      pieces: v.pipe(
        v.array(v.strictObject({ skuId: skuIdField, quantity: quantityField })),
        v.minLength(1, 'takes one line or more'),
        v.maxLength(50, 'takes 50 lines at most'),
      ),
      wants: v.picklist(['refundOnly', 'returnAndRefund'], 'takes refundOnly or returnAndRefund'),
      reason: v.picklist(afterSaleReasons, 'takes one of the reasons'),
      note: v.optional(freeTextField(200), ''),
      pictures: picturesField,
      amountFen: v.optional(fenField(1, mostOrderFen)),
    }),
  ),
  withdrawAfterSale: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({ orderNo: orderNoField, key: afterSaleKeyField }),
  ),
  sendBack: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      key: afterSaleKeyField,
      carrier: carrierField,
      trackingNo: trackingNoField,
    }),
  ),
})

/** What the owner does in a shop; part of the function `owner`. */
export const shopOwnerActions = {
  ship: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      carrier: carrierField,
      trackingNo: trackingNoField,
      /** Nothing is left to send. */
      all: v.boolean('takes true or false'),
    }),
  ),
  agreeAfterSale: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      key: afterSaleKeyField,
      /** Name, phone and address, for goods that have to come back first. */
      returnTo: v.optional(neededTextField(200)),
    }),
  ),
  refuseAfterSale: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({ orderNo: orderNoField, key: afterSaleKeyField, because: neededTextField(200) }),
  ),
  acceptReturn: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({ orderNo: orderNoField, key: afterSaleKeyField, restock: v.boolean('takes true or false') }),
  ),
  refundAgain: action<OrderView, ShopEventRefusal | OrderRefusal>()(
    v.strictObject({ orderNo: orderNoField, key: afterSaleKeyField }),
  ),
  /** Pieces that came in, or are missing (negative). A retry with the same requestId counts once. */
  restock: action<{ readonly skuId: SkuId; readonly available: number }>()(
    v.strictObject({
      requestId: requestIdField,
      skuId: skuIdField,
      more: v.pipe(v.number(), v.safeInteger('takes a whole number'), v.minValue(-99_999), v.maxValue(99_999)),
    }),
  ),
}

export interface ShopQuote {
  readonly lines: readonly ShopLine[]
  readonly price: ShopPrice
  readonly coupons?: readonly UsedCoupon[]
  /** False: the address is still needed, and the freight is not in the price. */
  readonly orderable?: boolean
}

/** A coupon in somebody's wallet. */
export interface CouponView {
  readonly coupon: Coupon
  readonly usesLeft: number
}

export type CouponClaimRefusal = { readonly code: 'COUPON_GONE' } | { readonly code: 'COUPON_OVER' }

export type ShopRefusal =
  /** Not sold any more, or never was. */
  | { readonly code: 'GOODS_GONE'; readonly skuIds: readonly SkuId[] }
  | { readonly code: 'OUT_OF_STOCK'; readonly skuId: SkuId; readonly available: number }
  | { readonly code: 'LIMIT_PER_ORDER'; readonly skuId: SkuId; readonly limit: number }
  /** The same SKU in two lines. */
  | { readonly code: 'DUPLICATE_LINE'; readonly skuId: SkuId }
  /** WeChat takes no payment of nothing, and none larger than this. */
  | { readonly code: 'AMOUNT_OUT_OF_RANGE'; readonly leastFen: Fen; readonly mostFen: Fen }
  /** What is bought has to be sent somewhere. */
  | { readonly code: 'ADDRESS_NEEDED' }
