import type { GoodsId, SkuId } from '@pay/core'

/** What a person wants to buy; prices are the server's. */
export interface WantedLine {
  readonly goodsId: GoodsId
  readonly skuId: SkuId
  readonly quantity: number
}

/** Lines as they travel in a page's address: `goods.sku.2,goods.sku.1`; ids hold neither dots nor commas. */
export const writeLines = (lines: readonly WantedLine[]): string =>
  lines.map(({ goodsId, skuId, quantity }) => [goodsId, skuId, quantity].join('.')).join(',')

/** Reads them back; whatever is no line is left out. */
export const readLines = (text: string | undefined): readonly WantedLine[] =>
  (text ?? '').split(',').flatMap((part) => {
    const [, goodsId, skuId, quantity] = /^([\w-]{1,32})\.([\w-]{1,48})\.([1-9]\d{0,2})$/.exec(part) ?? []
    if (goodsId === undefined || skuId === undefined) return []
    return [{ goodsId: goodsId as GoodsId, skuId: skuId as SkuId, quantity: Number(quantity) }]
  })
