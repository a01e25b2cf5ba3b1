import { useRouter } from '@tarojs/taro'
import { useAnswer } from '../hooks/use-answer.ts'
import { orderNoIn } from '../order/order-no-in.ts'
import { call } from '../pay.ts'
import { ownerFunction } from './contracts.ts'

/** The order that the page's address names, as the owner sees it. */
export const useOwnedOrder = () => {
  const orderNo = orderNoIn(useRouter().params.orderNo)
  return useAnswer(orderNo, async () =>
    orderNo === undefined
      ? ({ ok: false, error: { code: 'NOT_FOUND' } } as const)
      : call(ownerFunction, 'getOrder', { orderNo }),
  )
}
