import type { Goods, GoodsId } from '@pay/core'
import type { GoodsFilter, GoodsStore } from '../../../ports/shop/goods-store.ts'
import { pageOf } from '../page-of.ts'

/** Goods in a Map, listed in the order they were put. */
export const memoryGoodsStore = (all: readonly Goods[] = []): GoodsStore => {
  const goods = new Map<GoodsId, Goods>(all.map((one) => [one.goodsId, one]))
  return {
    async list(filter, page) {
      const shelf = [...goods.values()].map((one, index) => ({ one, index })).filter(({ one }) => matches(one, filter))
      const shown = pageOf(shelf, ({ one, index }) => ({ atMs: index, id: one.goodsId }), 'oldestFirst', page)
      return { ...shown, items: shown.items.map(({ one }) => one) }
    },
    async categories() {
      const onSale = [...goods.values()].filter((one) => one.onSale)
      return [...new Set(onSale.map(({ category }) => category))].slice(0, 100)
    },
    async getMany(goodsIds) {
      return goodsIds.flatMap((goodsId) => goods.get(goodsId) ?? [])
    },
    async put(one) {
      goods.set(one.goodsId, one)
    },
  }
}

const matches = ({ onSale, category, title, featured }: Goods, filter: GoodsFilter): boolean =>
  (onSale || filter.offSaleToo === true) &&
  (filter.category === undefined || category === filter.category) &&
  (filter.featured === undefined || featured === true) &&
  (filter.search === undefined || title.toLowerCase().includes(filter.search.toLowerCase()))
