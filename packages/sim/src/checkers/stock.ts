import type { Order } from '@pay/core'
import type { World } from '../world/world.ts'
import type { Checker } from './checker.ts'

export const stock: Checker = {
  name: 'stock',
  promise: 'Every piece is on the shelf or sold: none lost, none sold twice, none held for what is over',
  check: (world, found) => {
    const returned = returns(world)
    for (const [skuId, start] of world.stockAtStart) {
      const available = world.stock.get(skuId)?.available ?? Number.NaN
      let sold = 0
      for (const order of world.orders.values()) {
        const pieces = boughtPieces(order, skuId)
        const back = returned.get(`${order.orderNo} ${skuId}`) ?? 0
        if (back > pieces) found(`${order.orderNo}: ${back} of ${pieces} pieces of ${skuId} came back`)
        if (back < pieces && isUnsent(order))
          found(`${order.orderNo}: refunded unsent, and ${pieces - back} of ${skuId} did not come back`)
        sold += pieces - back
      }
      if (available + sold !== start)
        found(`${skuId}: ${start} at first, now ${available} on the shelf and ${sold} sold`)
      if (available < 0) found(`${skuId}: ${available} pieces on the shelf`)
    }
  },
}

/** What left the shelf by this order, whether or not it came back. */
const boughtPieces = ({ detail, paidBy }: Order, skuId: string): number => {
  if (detail.vertical !== 'shop' || paidBy === undefined) return 0
  return detail.lines.find((one) => one.skuId === skuId)?.quantity ?? 0
}

const isUnsent = ({ detail }: Order): boolean =>
  detail.vertical === 'shop' && detail.fulfilment === 'revoked' && !detail.parcels?.length && !detail.afterSales?.length

/** Pieces that the orders' own outboxes asked to take back, each return once. */
const returns = ({ writes }: World): ReadonlyMap<string, number> => {
  const pieces = new Map<string, number>()
  const seen = new Set<string>()
  for (const { after } of writes)
    for (const { key, effect } of after.outbox) {
      if (effect.kind !== 'shop.takeBackStock' || seen.has(`${after.orderNo} ${key}`)) continue
      seen.add(`${after.orderNo} ${key}`)
      for (const { skuId, quantity } of effect.pieces) {
        const name = `${after.orderNo} ${skuId}`
        pieces.set(name, (pieces.get(name) ?? 0) + quantity)
      }
    }
  return pieces
}
