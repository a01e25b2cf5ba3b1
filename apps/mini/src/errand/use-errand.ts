import type { ErrandView, OrderView } from '@pay/core'
import { useRouter } from '@tarojs/taro'
import { order as orderFunction } from '../contracts.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { orderNoIn } from '../order/order-no-in.ts'
import { call } from '../pay.ts'

export interface BuyersErrand {
  readonly order: OrderView
  readonly view: ErrandView
}

/** The caller's own errand that the page's address names. */
export const useErrand = () => {
  const orderNo = orderNoIn(useRouter().params.orderNo)
  return useAnswer<BuyersErrand>(orderNo, async () => {
    if (orderNo === undefined) return { ok: false, error: { code: 'NOT_FOUND' } }
    const outcome = await call(orderFunction, 'get', { orderNo })
    if (!outcome.ok) return outcome
    const { detail } = outcome.data
    if (detail.vertical !== 'errand') return { ok: false, error: { code: 'NOT_FOUND' } }
    return { ok: true, data: { order: outcome.data, view: detail } }
  })
}
