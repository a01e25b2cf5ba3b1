import { type Place, placeOnce } from '@pay/client'
import type { OrderView } from '@pay/core'
import Taro from '@tarojs/taro'
import { order } from '../contracts.ts'
import { yuan } from '../format/yuan.ts'
import { call, requestOwner, requests } from '../pay.ts'
import { t } from '../text/index.ts'
import { shopFunction } from './contracts.ts'
import type { WantedLine } from './order-lines.ts'

interface Wanted {
  readonly lines: readonly WantedLine[]
  readonly remark: string
}

/** Places the order. Should the server's price differ from the one shown, the person is asked before any cashier opens. */
export const placeShopOrder =
  (wanted: Wanted, shownFen: number): Place =>
  async () => {
    const outcome = await placeOnce(requests, `shop.${requestOwner()}`, wanted, (requestId) =>
      call(shopFunction, 'placeOrder', { requestId, lines: [...wanted.lines], remark: wanted.remark }),
    )
    if (!outcome.ok || (await isPriceAgreed(outcome.data.order, shownFen))) return outcome
    await call(order, 'cancel', { orderNo: outcome.data.order.orderNo })
    return { ok: false, error: { code: 'PRICE_DECLINED' } }
  }

const isPriceAgreed = async ({ state, totalFen }: OrderView, shownFen: number): Promise<boolean> => {
  if (state !== 'unpaid' || totalFen === shownFen) return true
  const { confirm } = await Taro.showModal({
    title: t.pay.priceChanged,
    content: t.pay.priceChangedNote(yuan(shownFen), yuan(totalFen)),
    confirmText: t.pay.priceYes,
    cancelText: t.pay.priceNo,
  })
  return confirm
}
