import type { GoodsId, SkuId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'

/** One article of the shop with all its SKUs. Stock is a document of its own per SKU, because orders compete for it. */
export interface Goods {
  readonly goodsId: GoodsId
  readonly title: string
  readonly subtitle: string
  /** Addresses; the first one is the cover, square. */
  readonly pictures: readonly string[]
  readonly category: string
  /** Names of the choices, such as 颜色 and 尺码, with their values; empty: one SKU without a choice. */
  readonly specs: readonly Spec[]
  readonly skus: readonly Sku[]
  readonly onSale: boolean
  /** The owner puts it forward: it stands on the shop's banner. */
  readonly featured?: true
  /** At most so many pieces in one order. */
  readonly limitPerOrder?: number
}

export interface Spec {
  readonly name: string
  readonly values: readonly string[]
}

export interface Sku {
  readonly skuId: SkuId
  /** One value per spec, in the order of `specs`. */
  readonly values: readonly string[]
  readonly priceFen: Fen
  /** Pieces that can be bought now, as last read: what is promised is decided when the order is placed. */
  readonly available?: number
  /** For freight by weight; absent: 0. */
  readonly grams?: number
}
