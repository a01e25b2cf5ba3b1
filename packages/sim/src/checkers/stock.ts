import type { Order } from '@pay/core'
import { isSale } from './books.ts'
import type { Checker } from './checker.ts'

export const stock: Checker = {
  name: 'stock',
  promise: 'Every piece is on the shelf or sold: none lost, none sold twice, none held for what is over',
  check: (world, found) => {
    for (const [skuId, start] of world.stockAtStart) {
      const available = world.stock.get(skuId)?.available ?? Number.NaN
      let sold = 0
      for (const order of world.orders.values()) sold += soldPieces(order, skuId)
      if (available + sold !== start)
        found(`${skuId}: ${start} at first, now ${available} on the shelf and ${sold} sold`)
      if (available < 0) found(`${skuId}: ${available} pieces on the shelf`)
    }
  },
}

/** What left the shelf for good by this order. */
const soldPieces = (order: Order, skuId: string): number => {
  const { detail } = order
  if (detail.vertical !== 'shop' || (!isSale(order) && order.state !== 'refunded')) return 0
  const line = detail.lines.find((one) => one.skuId === skuId)
  if (line === undefined) return 0
  return line.quantity - returnedPieces(order, skuId, line.quantity)
}

const returnedPieces = (order: Order, _skuId: string, quantity: number): number => {
  const { detail } = order
  if (detail.vertical !== 'shop') return 0
  return detail.fulfilment === 'revoked' && !detail.parcels?.length ? quantity : 0
}
