import type { OrderView, ShopLine, ShopPrice, ShopView } from '@pay/core'
import type { SumRow } from '../components/sum-rows.tsx'
import type { OrderLine, OrderStory, VerticalEntry } from '../vertical-entry.ts'
import { shopFunction } from './contracts.ts'
import { offerOf } from './offer-of.ts'
import { s } from './text/index.ts'

/** The shop as the common pages know it. */
export const shop: VerticalEntry = {
  name: 'shop',
  root: 'shop/pages',
  pages: ['home/index', 'goods/index', 'confirm/index'],
  home: { path: '/shop/pages/home/index', ...s.home },
  whats: s.whats,
  offers: async (call, cursor) => {
    const outcome = await call(shopFunction, 'listGoods', cursor === undefined ? {} : { cursor })
    return outcome.ok ? { ok: true, data: { ...outcome.data, items: outcome.data.items.map(offerOf) } } : outcome
  },
  describe: (order) => story(viewOf(order)),
}

const viewOf = ({ detail }: OrderView): ShopView => {
  if (detail.vertical !== 'shop') throw new Error(`an order of ${detail.vertical} is none of the shop`)
  return detail
}

const story = ({ lines, price, remark, fulfilment }: ShopView): OrderStory => ({
  progress: s.progress[fulfilment],
  lines: linesOf(lines),
  sums: sumsOf(price),
  facts: remark === '' ? [] : [{ label: s.remark, value: remark }],
})

/** Priced lines in the words of the common pages. */
export const linesOf = (lines: readonly ShopLine[]): readonly OrderLine[] =>
  lines.map((line) => ({
    title: line.title,
    note: line.spec,
    picture: line.picture,
    fen: line.unitFen,
    quantity: line.quantity,
    path: `/shop/pages/goods/index?goodsId=${line.goodsId}`,
  }))

/** The parts of a price; a discount shows only where there is one. */
export const sumsOf = ({ goodsFen, freightFen, discountFen }: ShopPrice): readonly SumRow[] => [
  { label: s.sums.goods, fen: goodsFen },
  { label: s.sums.freight, fen: freightFen },
  ...(discountFen > 0 ? [{ label: s.sums.discount, fen: discountFen, off: true }] : []),
]
