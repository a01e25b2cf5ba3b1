import type { Address } from '../address/address.ts'
import type { Actor } from '../order/history.ts'
import type { Order } from '../order/order.ts'
import type { AfterSale } from './after-sale.ts'
import { unclaimed } from './after-sale-amount.ts'
import { afterSaleUntilMs } from './after-sale-period.ts'
import { remindAgainAtMs } from './decide-shop.ts'
import type { Parcel } from './parcel.ts'
import type { ShopDetail, ShopLine, ShopPrice, UsedCoupon } from './shop-detail.ts'
import { nextShopFulfilment, type ShopFulfilment } from './transitions.ts'

/** What a person may see of the shop's part of an order. */
export interface ShopView {
  readonly vertical: 'shop'
  readonly lines: readonly ShopLine[]
  readonly price: ShopPrice
  readonly remark: string
  readonly fulfilment: ShopFulfilment
  readonly parcels: readonly Parcel[]
  /** When the goods count as received without a word from the buyer; present once shipped. */
  readonly autoConfirmAtMs?: number
  /** When the buyer last asked for it to be sent. */
  readonly remindedAtMs?: number
  readonly address?: Address
  readonly coupons: readonly UsedCoupon[]
  readonly afterSales: readonly AfterSale[]
  /** Up to when money back can be asked for; present once received. */
  readonly afterSaleUntilMs?: number
  /** What this viewer may do now with the delivery. */
  readonly actions: readonly ShopAction[]
}

export type ShopAction = 'confirmReceipt' | 'remind' | 'askAfterSale' | 'ship'

export const viewShop = (order: Order<ShopDetail>, viewer: Actor, nowMs: number): ShopView => {
  const { lines, price, remark, fulfilment, parcels = [], coupons = [], afterSales = [] } = order.detail
  const { autoConfirmAtMs, address, receivedAtMs, remindedAtMs } = order.detail
  return {
    vertical: 'shop',
    lines,
    price,
    remark,
    fulfilment,
    parcels,
    coupons,
    afterSales,
    ...(autoConfirmAtMs === undefined ? {} : { autoConfirmAtMs }),
    ...(remindedAtMs === undefined ? {} : { remindedAtMs }),
    ...(address === undefined ? {} : { address }),
    ...(receivedAtMs === undefined ? {} : { afterSaleUntilMs: afterSaleUntilMs(receivedAtMs) }),
    actions: shopActions(order.detail, viewer, nowMs),
  }
}

const shopActions = (detail: ShopDetail, viewer: Actor, nowMs: number): readonly ShopAction[] => {
  const { fulfilment } = detail
  if (viewer === 'owner') return nextShopFulfilment(fulfilment, 'ship') === undefined ? [] : ['ship']
  if (viewer !== 'buyer') return []
  const actions: ShopAction[] = nextShopFulfilment(fulfilment, 'confirm') === undefined ? [] : ['confirmReceipt']
  // Who wants all of it back waits for no parcel.
  if (fulfilment === 'toShip' && nowMs >= remindAgainAtMs(detail) && claimable(detail)) actions.push('remind')
  return mayAskAfterSale(detail, nowMs) ? [...actions, 'askAfterSale'] : actions
}

const mayAskAfterSale = (detail: ShopDetail, nowMs: number): boolean =>
  detail.fulfilment !== 'none' &&
  detail.fulfilment !== 'revoked' &&
  (detail.receivedAtMs === undefined || nowMs < afterSaleUntilMs(detail.receivedAtMs)) &&
  claimable(detail)

/** Somebody could ask for money back for some of it. */
const claimable = (detail: ShopDetail): boolean => detail.lines.some((line) => unclaimed(detail, line) > 0)
