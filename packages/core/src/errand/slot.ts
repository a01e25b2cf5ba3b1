import type { OrderNo } from '../identity/ids.ts'
import type { Order } from '../order/order.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'

/**
 * The name of one hold of a runner's slot. With the count of takes, because a runner who gave a task back may take it
 * again before the first slot is released: that release must not free the second.
 */
export const slotOf = (orderNo: OrderNo, take: number): string => `${orderNo}-${take}`

/** The order and the take that a slot was held for. */
export const taskOfSlot = (slot: string): { readonly orderNo: OrderNo; readonly take: number } => ({
  orderNo: slot.slice(0, 26) as OrderNo,
  take: Number(slot.slice(27)),
})

/** The runner of this task has his hands free again. */
export const slotReleased = ({
  orderNo,
  detail,
}: Order<ErrandDetail>): readonly { key: string; effect: ErrandEffect }[] => {
  const holds = detail.task === 'taken' || detail.task === 'pickedUp'
  if (!holds || detail.runner === undefined) return []
  const { runnerNo } = detail.runner
  const slot = slotOf(orderNo, detail.takes)
  return [{ key: `slot:${detail.takes}`, effect: { kind: 'errand.releaseSlot', runnerNo, slot } }]
}
