import { type Place, placeOnce } from '@pay/client'
import type { Address, OrderView } from '@pay/core'
import { order } from '../contracts.ts'
import { yuan } from '../format/yuan.ts'
import { call, requestOwner, requests } from '../pay.ts'
import { ask } from '../platform/ask.ts'
import { t } from '../text/index.ts'
import { forgetInCart } from './cart.ts'
import { shopFunction } from './contracts.ts'
import type { WantedLine } from './order-lines.ts'

/** Everything that a person decides about an order; the price is the server's. */
export interface ShopOrderWish {
  readonly lines: readonly WantedLine[]
  readonly remark: string
  readonly couponIds: readonly string[]
  readonly address?: Address
}

/** Places the order. Should the server's price differ from the one shown, the person is asked before any cashier opens. */
export const placeShopOrder =
  (wish: ShopOrderWish, shownFen: number): Place =>
  async () => {
    const outcome = await placeOnce(requests, `shop.${requestOwner()}`, wish, (requestId) =>
      call(shopFunction, 'placeOrder', { requestId, ...wish, lines: [...wish.lines], couponIds: [...wish.couponIds] }),
    )
    if (outcome.ok) forgetInCart(wish.lines)
    if (!outcome.ok || (await isPriceAgreed(outcome.data.order, shownFen))) return outcome
    await call(order, 'cancel', { orderNo: outcome.data.order.orderNo })
    return { ok: false, error: { code: 'PRICE_DECLINED' } }
  }

const isPriceAgreed = async ({ state, totalFen }: OrderView, shownFen: number): Promise<boolean> => {
  if (state !== 'unpaid' || totalFen === shownFen) return true
  const { priceChanged, priceChangedNote, priceYes, priceNo } = t.pay
  return ask(priceChanged, priceChangedNote(yuan(shownFen), yuan(totalFen)), priceYes, priceNo)
}
