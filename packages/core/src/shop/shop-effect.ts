import type { SkuId } from '../identity/ids.ts'

/** What a shop order asks of the world outside its document. Stock is idempotent by order number. */
export type ShopEffect =
  /** The held pieces are sold. */
  | { readonly kind: 'shop.commitStock'; readonly pieces: readonly Pieces[] }
  /** No sale will come of it: what is held goes back on the shelf, and a reserve still on its way is barred. */
  | { readonly kind: 'shop.releaseStock'; readonly pieces: readonly Pieces[] }
  /** Sold pieces that never left the house go back on the shelf. */
  | { readonly kind: 'shop.takeBackStock'; readonly pieces: readonly Pieces[] }
  /** Tell WeChat that the goods are on their way: compulsory within 48 hours, the money is not settled before. */
  | { readonly kind: 'shop.uploadShipping'; readonly trackingNo: string }

export interface Pieces {
  readonly skuId: SkuId
  readonly quantity: number
}
