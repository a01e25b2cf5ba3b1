import { type CartLine, err, type Goods, type GoodsId, ok, type Page, repriceCart } from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { GoodsFilter } from '../../ports/shop/goods-store.ts'

interface Asked {
  readonly cursor?: string | undefined
  readonly category?: string | undefined
  readonly search?: string | undefined
  readonly featured?: true | undefined
}

/** One page of the shelf, each SKU with the pieces that were there when it was read. */
export const listGoods = async (deps: Deps, { cursor, category, search, featured }: Asked) => {
  const filter: GoodsFilter = defined({ category, search, featured })
  const page = await deps.goods.list(filter, { limit: goodsPerPage, ...defined({ cursor }) })
  const shown: Page<Goods> = { ...page, items: await withLevels(deps, page.items) }
  return ok(shown)
}

/** What the whole shelf is sorted by, however much of it has been read. */
export const listCategories = async (deps: Deps) => ok({ items: await deps.goods.categories() })

export const getGoods = async (deps: Deps, { goodsId }: { readonly goodsId: GoodsId }) => {
  const [goods] = await deps.goods.getMany([goodsId])
  if (goods === undefined || !goods.onSale) return err({ code: 'NOT_FOUND' })
  const [shown] = await withLevels(deps, [goods])
  return ok(shown as Goods)
}

/** What has become of a cart. Promises nothing. */
export const repriceLines = async (deps: Deps, { lines }: { readonly lines: readonly CartLine[] }) => {
  const goodsIds = [...new Set(lines.map(({ goodsId }) => goodsId))]
  const goods = goodsIds.length === 0 ? [] : await deps.goods.getMany(goodsIds)
  return ok(repriceCart(lines, await withLevels(deps, goods)))
}

const goodsPerPage = 20

/** With the pieces of each SKU that are there now: one request. */
export const withLevels = async (deps: Deps, goods: readonly Goods[]): Promise<readonly Goods[]> => {
  const skuIds = goods.flatMap(({ skus }) => skus.map(({ skuId }) => skuId))
  const levels = skuIds.length === 0 ? new Map<string, number>() : await deps.stock.levels(skuIds)
  return goods.map((one) => ({
    ...one,
    skus: one.skus.map((sku) => ({ ...sku, available: levels.get(sku.skuId) ?? 0 })),
  }))
}
