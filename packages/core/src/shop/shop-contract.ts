import * as v from 'valibot'
import { action, defineContract } from '../contract/contract.ts'
import {
  cursorField,
  freeTextField,
  goodsIdField,
  quantityField,
  requestIdField,
  skuIdField,
} from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import type { SkuId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { OrderRefusal } from '../order/order-contract.ts'
import type { OrderView } from '../order/order-view.ts'
import type { PaymentRequest } from '../payment/payment-request.ts'
import type { Goods } from './goods.ts'
import type { ShopLine, ShopPrice } from './shop-detail.ts'

const linesField = v.pipe(
  v.array(v.strictObject({ goodsId: goodsIdField, skuId: skuIdField, quantity: quantityField })),
  v.minLength(1, 'takes one line or more'),
  v.maxLength(50, 'takes 50 lines at most'),
)

/** The cloud function `shop`: browse, price, place. The client names goods and quantities; prices are the server's. */
export const shopContract = defineContract('shop', {
  listGoods: action<Page<Goods>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  getGoods: action<Goods>()(v.strictObject({ goodsId: goodsIdField })),
  /** What the lines would cost now. Promises nothing. */
  quote: action<ShopQuote, ShopRefusal>()(v.strictObject({ lines: linesField })),
  /** Inserts the order, holds the stock, asks WeChat for the prepay: one call. A retry with the same requestId finds the same order. */
  placeOrder: action<PlacedOrder, ShopRefusal | OrderRefusal>()(
    v.strictObject({
      requestId: requestIdField,
      lines: linesField,
      remark: v.optional(freeTextField(100), ''),
    }),
  ),
})

export interface ShopQuote {
  readonly lines: readonly ShopLine[]
  readonly price: ShopPrice
}

export interface PlacedOrder {
  readonly order: OrderView
  /** Absent when WeChat could not be asked in time: the order stands, `order.pay` asks again. */
  readonly payment?: PaymentRequest
}

export type ShopRefusal =
  /** Not sold any more, or never was. */
  | { readonly code: 'GOODS_GONE'; readonly skuIds: readonly SkuId[] }
  | { readonly code: 'OUT_OF_STOCK'; readonly skuId: SkuId; readonly available: number }
  | { readonly code: 'LIMIT_PER_ORDER'; readonly skuId: SkuId; readonly limit: number }
  /** The same SKU in two lines. */
  | { readonly code: 'DUPLICATE_LINE'; readonly skuId: SkuId }
  /** WeChat takes no payment of nothing, and none larger than this. */
  | { readonly code: 'AMOUNT_OUT_OF_RANGE'; readonly leastFen: Fen; readonly mostFen: Fen }
