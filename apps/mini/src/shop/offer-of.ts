import type { Goods } from '@pay/core'
import type { Offer } from '../vertical-entry.ts'

/** An article as a tile: its cheapest price, and whether any SKU is left. */
export const offerOf = (goods: Goods): Offer => {
  const prices = goods.skus.map(({ priceFen }) => priceFen)
  const fen = Math.min(...prices)
  return {
    id: goods.goodsId,
    title: goods.title,
    note: goods.subtitle,
    ...(goods.pictures[0] !== undefined && { picture: goods.pictures[0] }),
    fen,
    from: prices.some((price) => price > fen),
    soldOut: goods.skus.every(({ available }) => available === 0),
    path: `/shop/pages/goods/index?goodsId=${goods.goodsId}`,
  }
}
