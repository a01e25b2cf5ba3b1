import type { OrderView, ShopView } from '@pay/core'
import { useRouter } from '@tarojs/taro'
import { order as orderFunction } from '../contracts.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { orderNoIn } from '../order/order-no-in.ts'
import { call } from '../pay.ts'

/** The shop's order that the page's address names. */
export const useShopOrder = () => {
  const orderNo = orderNoIn(useRouter().params.orderNo)
  return useAnswer(orderNo, async () => {
    if (orderNo === undefined) return { ok: false, error: { code: 'NOT_FOUND' } }
    const outcome = await call(orderFunction, 'get', { orderNo })
    if (!outcome.ok) return outcome
    const view = shopViewOf(outcome.data)
    return view === undefined
      ? { ok: false, error: { code: 'NOT_FOUND' } }
      : { ok: true, data: { order: outcome.data, view } }
  })
}

export const shopViewOf = ({ detail }: OrderView): ShopView | undefined =>
  detail.vertical === 'shop' ? detail : undefined
