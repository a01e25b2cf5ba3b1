import type { Order, Refund } from '@pay/core'
import type { Deps } from '../../deps.ts'

/**
 * A refund that WeChat has taken and does not bring home, for a person. Whoever learns of it lists it, notice, query or
 * bill, once for each answer (or each `once`, where answers come and go); and before the order is told, so that who dies
 * between the two has listed it.
 */
export const reportStuckRefund = async (
  deps: Pick<Deps, 'incidents' | 'clock'>,
  { orderNo }: Pick<Order, 'orderNo'>,
  { outRefundNo, outTradeNo, amountFen }: Pick<Refund, 'outRefundNo' | 'outTradeNo' | 'amountFen'>,
  answer: string,
  once = answer,
): Promise<void> => {
  await deps.incidents.record({
    key: `refundStuck-${outRefundNo}-${once}`,
    kind: 'refundStuck',
    atMs: deps.clock.nowMs(),
    facts: { orderNo, outTradeNo, outRefundNo, amountFen, answer },
  })
}
