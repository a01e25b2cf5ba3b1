import type { Order } from '../order/order.ts'
import type { Vertical } from '../vertical.ts'
import { decideShop, receive } from './decide-shop.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { Pieces, ShopEffect } from './shop-effect.ts'
import type { ShopEvent } from './shop-event.ts'
import { type ShopView, viewShop } from './shop-view.ts'
import { nextShopFulfilment } from './transitions.ts'

/**
 * The shop: goods are held when the order is placed, sold when it is paid, sent, received. Not revivable: once an order
 * is closed its goods are back on the shelf, and only a conditional update of the stock could say whether they can
 * still be had; an order must not become a sale on the hope of that, so money that comes so late goes back.
 */
export const shop: Vertical<ShopDetail, ShopEvent, ShopEffect, ShopView> = {
  name: 'shop',
  rail: 'cloudPay',
  paid: ({ detail }) => {
    const fulfilment = nextShopFulfilment(detail.fulfilment, 'paid')
    if (fulfilment === undefined) return { detail }
    const effect: ShopEffect = { kind: 'shop.commitStock', pieces: piecesOf(detail) }
    return { detail: { ...detail, fulfilment }, effects: [{ key: 'stock:commit', effect }] }
  },
  released: ({ detail }) => ({
    detail,
    effects: [{ key: 'stock:release', effect: { kind: 'shop.releaseStock', pieces: piecesOf(detail) } }],
  }),
  refundedInFull: ({ detail }) => {
    const fulfilment = nextShopFulfilment(detail.fulfilment, 'revoke')
    if (fulfilment === undefined) return { detail }
    const revoked = { ...detail, fulfilment }
    // What was sent comes back, if at all, by the parcel: the owner counts it in then.
    if (detail.fulfilment !== 'toShip' || detail.parcels?.length) return { detail: revoked }
    const effect: ShopEffect = { kind: 'shop.takeBackStock', pieces: piecesOf(detail) }
    return { detail: revoked, effects: [{ key: 'stock:takeBack', effect }] }
  },
  decide: decideShop,
  dueAtMs: ({ detail }) => (detail.fulfilment === 'shipped' ? detail.autoConfirmAtMs : undefined),
  due: (order: Order<ShopDetail>) => receive(order.detail, 'system'),
  view: viewShop,
}

const piecesOf = (detail: ShopDetail): readonly Pieces[] =>
  detail.lines.map(({ skuId, quantity }) => ({ skuId, quantity }))
