import { err, type Goods, type GoodsId, ok, type Page, type SkuId } from '@pay/core'
import type { Deps } from '../../deps.ts'

/** One page of the shelf, each SKU with the pieces that were there when it was read. */
export const listGoods = async (deps: Deps, input: { readonly cursor?: string | undefined }) => {
  const { cursor } = input
  const page = await deps.goods.list({ limit: goodsPerPage, ...(cursor === undefined ? {} : { cursor }) })
  const shown: Page<Goods> = { ...page, items: await withLevels(deps, page.items) }
  return ok(shown)
}

export const getGoods = async (deps: Deps, { goodsId }: { readonly goodsId: GoodsId }) => {
  const [goods] = await deps.goods.getMany([goodsId])
  if (goods === undefined || !goods.onSale) return err({ code: 'NOT_FOUND' })
  const [shown] = await withLevels(deps, [goods])
  return ok(shown as Goods)
}

const goodsPerPage = 20

const withLevels = async (deps: Deps, goods: readonly Goods[]): Promise<readonly Goods[]> => {
  const skuIds = goods.flatMap(({ skus }) => skus.map(({ skuId }) => skuId))
  const levels: ReadonlyMap<SkuId, number> = skuIds.length === 0 ? new Map() : await deps.stock.levels(skuIds)
  return goods.map((one) => ({
    ...one,
    skus: one.skus.map((sku) => ({ ...sku, available: levels.get(sku.skuId) ?? 0 })),
  }))
}
