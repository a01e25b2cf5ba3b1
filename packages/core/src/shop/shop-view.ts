import type { Actor } from '../order/history.ts'
import type { Order } from '../order/order.ts'
import type { Parcel } from './parcel.ts'
import type { ShopDetail, ShopLine, ShopPrice } from './shop-detail.ts'
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
  /** What this viewer may do now with the delivery. */
  readonly actions: readonly ShopAction[]
}

export type ShopAction = 'confirmReceipt' | 'ship'

export const viewShop = (order: Order<ShopDetail>, viewer: Actor): ShopView => {
  const { lines, price, remark, fulfilment, parcels = [], autoConfirmAtMs } = order.detail
  return {
    vertical: 'shop',
    lines,
    price,
    remark,
    fulfilment,
    parcels,
    ...(autoConfirmAtMs === undefined ? {} : { autoConfirmAtMs }),
    actions: shopActions(order, viewer),
  }
}

const shopActions = (order: Order<ShopDetail>, viewer: Actor): readonly ShopAction[] => {
  const { fulfilment } = order.detail
  if (viewer === 'buyer') return nextShopFulfilment(fulfilment, 'confirm') === undefined ? [] : ['confirmReceipt']
  if (viewer === 'owner') return nextShopFulfilment(fulfilment, 'ship') === undefined ? [] : ['ship']
  return []
}
