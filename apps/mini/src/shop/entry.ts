import type { OrderView, ShopLine, ShopPrice, ShopView } from '@pay/core'
import { addressLine } from '../address/address-lines.ts'
import { lineIcon } from '../components/line-icon.ts'
import type { SumRow } from '../components/sum-rows.tsx'
import { yuan } from '../format/yuan.ts'
import { ownerFunction } from '../owner/contracts.ts'
import type { OrderLine, OrderStory, VerticalEntry } from '../vertical-entry.ts'
import { shopFunction } from './contracts.ts'
import { offerOf } from './offer-of.ts'
import { ownerDuty } from './owner-duty.ts'
import { s } from './text/entry.ts'

/** The shop as the common pages know it. */
export const shop: VerticalEntry = {
  name: 'shop',
  orders: ['shop'],
  root: 'shop/pages',
  pages: [
    'home/index',
    'goods/index',
    'cart/index',
    'confirm/index',
    'address/index',
    'coupons/index',
    'parcels/index',
    'after-sale/index',
    'owner/index',
    'desk/index',
    'stock/index',
  ],
  privateInfos: ['chooseAddress'],
  home: { path: '/shop/pages/home/index', icon: lineIcon('M6 8h12l-1 12H7zM9 10V7a3 3 0 0 1 6 0v3'), ...s.home },
  whats: s.whats,
  names: s.carriers,
  offers: async (call, cursor) => {
    const outcome = await call(shopFunction, 'listGoods', cursor === undefined ? {} : { cursor })
    return outcome.ok ? { ok: true, data: { ...outcome.data, items: outcome.data.items.map(offerOf) } } : outcome
  },
  owner: [
    {
      ...s.owns.desk,
      path: '/shop/pages/desk/index',
      waits: async (call) => {
        const states = ['paid', 'completed'] as const
        const lists = await Promise.all(states.map((state) => call(ownerFunction, 'listOrders', { state })))
        const orders = lists.flatMap((list) => (list.ok ? list.data.items : []))
        return orders.filter((order) => ownerDuty(order) !== undefined).length
      },
    },
    { ...s.owns.stock, path: '/shop/pages/stock/index' },
  ],
  describe: (order) => story(order),
  links: [
    { label: s.cartLink, path: '/shop/pages/cart/index' },
    { label: s.couponsLink, path: '/shop/pages/coupons/index' },
  ],
}

const viewOf = ({ detail }: OrderView): ShopView => {
  if (detail.vertical !== 'shop') throw new Error(`an order of ${detail.vertical} is none of the shop`)
  return detail
}

const story = (order: OrderView): OrderStory => {
  const { lines, price, remark, fulfilment, address, coupons } = viewOf(order)
  return {
    progress: s.progress[fulfilment],
    lines: linesOf(lines),
    sums: sumsOf(price),
    facts: [
      ...(address === undefined
        ? []
        : [{ label: s.address, value: `${address.name} ${address.phone}\n${addressLine(address)}` }]),
      ...coupons.map(({ title, discountFen }) => ({ label: title, value: `−¥${yuan(discountFen)}` })),
      ...(remark === '' ? [] : [{ label: s.remark, value: remark }]),
    ],
    ways: waysOf(order),
    ownerWays:
      fulfilment === 'none' ? [] : [{ label: s.ways.owner, path: `/shop/pages/owner/index?orderNo=${order.orderNo}` }],
  }
}

const waysOf = (order: OrderView): NonNullable<OrderStory['ways']> => {
  const { fulfilment, actions, afterSales, parcels } = viewOf(order)
  const page = (name: string) => `/shop/pages/${name}/index?orderNo=${order.orderNo}`
  const receivable = actions.includes('confirmReceipt')
  return [
    ...(actions.includes('askAfterSale') || afterSales.length > 0
      ? [{ label: afterSales.length > 0 ? s.ways.afterSale : s.ways.askAfterSale, path: page('after-sale') }]
      : []),
    ...(fulfilment === 'toShip' || parcels.length > 0
      ? [
          {
            label: receivable ? s.ways.confirm : actions.includes('remind') ? s.ways.remind : s.ways.parcels,
            path: page('parcels'),
            main: receivable,
          },
        ]
      : []),
  ]
}

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

/** The parts of a price; a discount shows only where there is one; words stand for a freight that is not known yet. */
export const sumsOf = ({ goodsFen, freightFen, discountFen }: ShopPrice, freightWords?: string): readonly SumRow[] => [
  { label: s.sums.goods, fen: goodsFen },
  { label: s.sums.freight, fen: freightFen, ...(freightWords !== undefined && { words: freightWords }) },
  ...(discountFen > 0 ? [{ label: s.sums.discount, fen: discountFen, off: true }] : []),
]
