import type { Goods } from '@pay/core'
import type { GoodsFilter, GoodsStore } from '../../../ports/shop/goods-store.ts'
import { findPage } from '../find-page.ts'
import { wxAggregate } from '../wx-aggregate.ts'
import type { WxDatabase, WxDocument } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/** Goods in the cloud database: `{ _id, onSale, rank, goods }`, the lowest rank first on the shelf. */
export const wxGoodsStore = (db: WxDatabase): GoodsStore => {
  const _ = db.command
  const table = wxTable(db, 'goods')
  const aggregate = wxAggregate(db, 'goods')
  const read = (document: WxDocument) => document.goods as Goods

  const conditionOf = ({ category, search, featured, offSaleToo }: GoodsFilter) => ({
    ...(offSaleToo === true ? { rank: _.gte(0) } : { onSale: true }),
    ...(category === undefined ? {} : { 'goods.category': String(category) }),
    ...(featured === true ? { 'goods.featured': true } : {}),
    // The words of a person are no pattern.
    ...(search === undefined
      ? {}
      : { 'goods.title': db.RegExp({ regexp: String(search).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), options: 'i' }) }),
  })

  return {
    list: (filter, page) =>
      findPage(table, _, { condition: conditionOf(filter), sortBy: 'rank', direction: 'asc', page, read }),
    async categories() {
      const rows = await aggregate((pipeline, $) =>
        pipeline
          .match({ onSale: true })
          .group({ _id: '$goods.category', rank: $.min('$rank') })
          .sort({ rank: 1, _id: 1 })
          .limit(100),
      )
      return rows.map(({ _id }) => String(_id))
    },
    async getMany(goodsIds) {
      const documents = await table.find({ _id: _.in(goodsIds.map(String)) }, [], goodsIds.length)
      return documents.map(read)
    },
    async put(goods) {
      const { goodsId, onSale } = goods
      const changed = await table.update({ _id: String(goodsId) }, { onSale, goods: _.set(goods) })
      if (changed === 0) await table.insert(goodsId, { onSale, rank: Date.now(), goods })
    },
  }
}
