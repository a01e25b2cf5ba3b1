import type { Actor } from '../order/history.ts'
import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { err, ok, type Result } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import { decideAfterSale } from './decide-after-sale.ts'
import { maxParcels } from './parcel.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { ShopEffect } from './shop-effect.ts'
import type { ShopEvent, ShopEventRefusal } from './shop-event.ts'
import { nextShopFulfilment } from './transitions.ts'

/** Express goods count as received 10 days after the last parcel left, as WeChat's own settlement does. */
export const autoConfirmAfterMs = 10 * 24 * 3_600_000

type Change = DetailChange<ShopDetail, ShopEffect>

/** What a shop event makes of the order's detail. */
export const decideShop = (
  order: Order<ShopDetail>,
  event: ShopEvent,
  nowMs: number,
): Result<Change, ShopEventRefusal> => {
  switch (event.kind) {
    case 'shop.ship':
      return ship(order, event, nowMs)
    case 'shop.confirm':
      return confirm(order.detail, event.by, nowMs)
    case 'shop.remind':
      return remind(order.detail, nowMs)
    default:
      return decideAfterSale(order, event, nowMs)
  }
}

const ship = (
  { detail, buyer }: Order<ShopDetail>,
  { parcel, all }: Extract<ShopEvent, { kind: 'shop.ship' }>,
  nowMs: number,
): Result<Change, ShopEventRefusal> => {
  const parcels = detail.parcels ?? []
  if (parcels.some(({ carrier, trackingNo }) => carrier === parcel.carrier && trackingNo === parcel.trackingNo))
    return ok({ detail })
  const fulfilment = nextShopFulfilment(detail.fulfilment, 'ship')
  if (fulfilment === undefined) return err({ code: 'DELIVERY_NOT_NOW', fulfilment: detail.fulfilment })
  if (parcels.length >= maxParcels) return err({ code: 'TOO_MANY_PARCELS', most: maxParcels })

  const sent = { ...detail, parcels: [...parcels, parcel] }
  const { carrier, trackingNo } = parcel
  return ok({
    detail: all ? { ...sent, fulfilment, autoConfirmAtMs: nowMs + autoConfirmAfterMs } : sent,
    effects: [
      { key: `ship:${carrier}:${trackingNo}`, effect: { kind: 'shop.uploadShipping', trackingNo } },
      ...(all ? [tell('shop.tell', { message: 'shop.shipped', to: buyer, note: trackingNo })] : []),
    ],
    history: [{ by: 'owner', what: all ? 'shop.shipped' : 'shop.parcelSent', facts: { carrier, trackingNo } }],
  })
}

/** When a buyer may ask again, as long as nothing has left. */
export const remindAgainAtMs = ({ remindedAtMs }: ShopDetail): number =>
  remindedAtMs === undefined ? 0 : remindedAtMs + remindOnceInMs

const remindOnceInMs = 24 * 3_600_000

const remind = (detail: ShopDetail, nowMs: number): Result<Change, ShopEventRefusal> => {
  const { fulfilment } = detail
  if (fulfilment !== 'toShip') return err({ code: 'DELIVERY_NOT_NOW', fulfilment })
  const againAtMs = remindAgainAtMs(detail)
  if (nowMs < againAtMs) return err({ code: 'REMINDED_BEFORE', againAtMs })
  return ok({
    detail: { ...detail, remindedAtMs: nowMs },
    effects: [tell('shop.tell', { message: 'shop.reminded', to: 'owners' }, nowMs)],
    history: [{ by: 'buyer', what: 'shop.reminded' }],
  })
}

const confirm = (detail: ShopDetail, by: Actor, nowMs: number): Result<Change, ShopEventRefusal> => {
  if (detail.fulfilment === 'received') return ok({ detail })
  if (nextShopFulfilment(detail.fulfilment, 'confirm') === undefined)
    return err({ code: 'DELIVERY_NOT_NOW', fulfilment: detail.fulfilment })
  return ok(receive(detail, by, nowMs))
}

/** The goods have arrived; the order is completed. */
export const receive = (detail: ShopDetail, by: Actor, nowMs: number): Change => {
  const fulfilment = nextShopFulfilment(detail.fulfilment, 'confirm')
  if (fulfilment === undefined) return { detail }
  return {
    detail: { ...detail, fulfilment, receivedAtMs: nowMs },
    history: [{ by, what: 'shop.received' }],
    completes: true,
  }
}
