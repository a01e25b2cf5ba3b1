import type { SkuId } from '../identity/ids.ts'
import type { Tell } from '../order/tell.ts'

/** What a shop order asks of the world outside its document. All are idempotent by order number, and `part` where there is one. */
export type ShopEffect =
  /** The held pieces are sold. */
  | { readonly kind: 'shop.commitStock'; readonly pieces: readonly Pieces[] }
  /** No sale will come of it: what is held goes back on the shelf, and a reserve still on its way is barred. */
  | { readonly kind: 'shop.releaseStock'; readonly pieces: readonly Pieces[] }
  /** Sold pieces go back on the shelf. */
  | { readonly kind: 'shop.takeBackStock'; readonly pieces: readonly Pieces[]; readonly part: string }
  /** The held uses of these coupons are used. */
  | { readonly kind: 'shop.commitCoupons'; readonly couponIds: readonly string[] }
  | { readonly kind: 'shop.releaseCoupons'; readonly couponIds: readonly string[] }
  /** All was refunded: the uses come back. */
  | { readonly kind: 'shop.takeBackCoupons'; readonly couponIds: readonly string[]; readonly part: string }
  /** Tell WeChat that the goods are on their way: compulsory within 48 hours, the money is not settled before. */
  | { readonly kind: 'shop.uploadShipping'; readonly trackingNo: string }
  | ({ readonly kind: 'shop.tell' } & Tell<ShopMessage>)

export type ShopMessage =
  /** To the buyer: the last parcel is on its way. */
  | 'shop.shipped'
  /** To the owners: the buyer asks for the goods to be sent. */
  | 'shop.reminded'
  /** To the buyer: the owner agreed, or refused and says why. */
  | 'shop.afterSaleAgreed'
  | 'shop.afterSaleRefused'

export interface Pieces {
  readonly skuId: SkuId
  readonly quantity: number
}
