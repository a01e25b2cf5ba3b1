import type { RequestId, SkuId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { RefundTrouble } from '../refund/refund-trouble.ts'
import type { AfterSaleKind, AfterSaleReason, AfterSaleState } from './after-sale.ts'
import type { Parcel } from './parcel.ts'
import type { Pieces } from './shop-effect.ts'
import type { ShopFulfilment } from './transitions.ts'

/** What can happen to a shop order once it is paid. Deciding one again changes nothing. */
export type ShopEvent =
  /** The owner sent a parcel; `all`: nothing is left to send. */
  | { readonly kind: 'shop.ship'; readonly parcel: Parcel; readonly all: boolean }
  /** The buyer has everything, says the buyer or WeChat. */
  | { readonly kind: 'shop.confirm'; readonly by: 'buyer' | 'wechat' }
  /** The buyer asks for it to be sent. */
  | { readonly kind: 'shop.remind' }
  | AfterSaleEvent

export type AfterSaleEvent =
  /** The buyer wants money back. `amountFen`: less than the pieces cost; absent: all of it. */
  | {
      readonly kind: 'shop.askAfterSale'
      readonly requestId: RequestId
      readonly pieces: readonly Pieces[]
      readonly wants: AfterSaleKind
      readonly reason: AfterSaleReason
      readonly note: string
      readonly pictures: readonly string[]
      readonly amountFen?: Fen | undefined
    }
  /** The buyer changed their mind. */
  | { readonly kind: 'shop.withdrawAfterSale'; readonly key: string }
  /** The owner agrees: the money goes back now, or the goods have to come back first, to where the owner says. */
  | { readonly kind: 'shop.agreeAfterSale'; readonly key: string; readonly returnTo?: string | undefined }
  | { readonly kind: 'shop.refuseAfterSale'; readonly key: string; readonly because: string }
  /** The goods are on their way back. */
  | {
      readonly kind: 'shop.sendBack'
      readonly key: string
      readonly carrier: string
      readonly trackingNo: string
    }
  /** They arrived as they should. `restock`: good enough to be sold again. */
  | { readonly kind: 'shop.acceptReturn'; readonly key: string; readonly restock: boolean }
  /** WeChat closed the refund without paying: once more, under a new number. */
  | { readonly kind: 'shop.refundAgain'; readonly key: string }

export type ShopEventRefusal =
  /** The delivery has no such move now. */
  | { readonly code: 'DELIVERY_NOT_NOW'; readonly fulfilment: ShopFulfilment }
  /** Once a day is enough. */
  | { readonly code: 'REMINDED_BEFORE'; readonly againAtMs: number }
  | { readonly code: 'TOO_MANY_PARCELS'; readonly most: number }
  | { readonly code: 'NO_SUCH_AFTER_SALE' }
  | { readonly code: 'AFTER_SALE_NOT_NOW'; readonly state: AfterSaleState }
  /** The time to ask for money back is over. */
  | { readonly code: 'AFTER_SALE_OVER'; readonly untilMs: number }
  | { readonly code: 'TOO_MANY_AFTER_SALES'; readonly most: number }
  /** More pieces than were bought and are not claimed yet. */
  | { readonly code: 'TOO_MANY_PIECES'; readonly skuId: SkuId; readonly left: number }
  | RefundTrouble
