import type { Vertical } from '../vertical.ts'
import type { AfterSale } from './after-sale.ts'
import { keptPieces } from './after-sale-amount.ts'
import { openAfterSales } from './ask-after-sale.ts'
import { afterSaleSettled, lapseReturns } from './decide-after-sale.ts'
import { decideShop, receive } from './decide-shop.ts'
import { remindAtMs, remindOfClaims } from './remind-of-claims.ts'
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
    return {
      detail: { ...detail, fulfilment },
      effects: [
        { key: 'stock:commit', effect: { kind: 'shop.commitStock', pieces: piecesOf(detail) } },
        ...coupons(detail, 'commit', (couponIds) => ({ kind: 'shop.commitCoupons', couponIds })),
      ],
    }
  },
  released: ({ detail }) => ({
    detail,
    effects: [
      { key: 'stock:release', effect: { kind: 'shop.releaseStock', pieces: piecesOf(detail) } },
      ...coupons(detail, 'release', (couponIds) => ({ kind: 'shop.releaseCoupons', couponIds })),
    ],
  }),
  refundedInFull: ({ detail }) => {
    const fulfilment = nextShopFulfilment(detail.fulfilment, 'revoke')
    if (fulfilment === undefined) return { detail }
    // What was sent comes back, if at all, by the parcel: the owner counts it in then.
    const pieces = detail.fulfilment === 'toShip' && !detail.parcels?.length ? keptPieces(detail) : []
    const effect: ShopEffect = { kind: 'shop.takeBackStock', pieces, part: 'all' }
    return {
      detail: { ...detail, fulfilment },
      effects: [
        ...(pieces.length === 0 ? [] : [{ key: 'stock:takeBack', effect }]),
        ...coupons(detail, 'takeBack', (couponIds) => ({ kind: 'shop.takeBackCoupons', couponIds, part: 'all' })),
      ],
    }
  },
  refundSettled: afterSaleSettled,
  decide: decideShop,
  dueAtMs: ({ detail }) => {
    const moments = openAfterSales(detail).flatMap((claim) => claimMoments(claim))
    if (autoConfirms(detail)) moments.push(detail.autoConfirmAtMs)
    return moments.length === 0 ? undefined : Math.min(...moments)
  },
  due: (order, nowMs) => {
    const lapsed = lapseReturns(order, nowMs)
    if (!autoConfirms(order.detail) || nowMs < order.detail.autoConfirmAtMs)
      return { ...lapsed, ...remindOfClaims(lapsed.detail, nowMs) }
    return receive(order.detail, 'system', nowMs)
  },
  view: viewShop,
}

/** The goods have to be on their way back by then; the owner has to have said something. */
const claimMoments = (claim: AfterSale): readonly number[] =>
  [claim.state === 'toReturn' ? claim.sendBackUntilMs : undefined, remindAtMs(claim)].filter(
    (moment) => moment !== undefined,
  )

/** Nothing counts as received by the clock while a claim is open. */
const autoConfirms = (detail: ShopDetail): detail is ShopDetail & { readonly autoConfirmAtMs: number } =>
  detail.fulfilment === 'shipped' && detail.autoConfirmAtMs !== undefined && openAfterSales(detail).length === 0

const piecesOf = (detail: ShopDetail): readonly Pieces[] =>
  detail.lines.map(({ skuId, quantity }) => ({ skuId, quantity }))

const coupons = (detail: ShopDetail, move: string, effectOf: (couponIds: readonly string[]) => ShopEffect) => {
  const couponIds = (detail.coupons ?? []).map(({ couponId }) => couponId)
  return couponIds.length === 0 ? [] : [{ key: `coupons:${move}`, effect: effectOf(couponIds) }]
}
