import type { OrderNo } from '../identity/ids.ts'
import type { HistoryEntry } from '../order/history.ts'
import type { Order } from '../order/order.ts'
import type { ErrandDetail } from './errand-detail.ts'
import { type ErrandView, viewErrand } from './errand-view.ts'
import { slotOf } from './slot.ts'

/** A task as its runner sees it: the work and his part, nothing of the buyer's payments and refunds. */
export interface RunnerTask {
  readonly orderNo: OrderNo
  readonly detail: ErrandView
  /** The task's own story. */
  readonly history: readonly HistoryEntry[]
  /** What other runners said of this buyer; absent: nobody did, or it was not asked for. */
  readonly buyerRating?: { readonly count: number; readonly stars: number }
  readonly nowMs: number
}

export const viewRunnerTask = (order: Order<ErrandDetail>, nowMs: number): RunnerTask => ({
  orderNo: order.orderNo,
  detail: viewErrand(order, 'runner', nowMs),
  history: order.history
    .filter(({ what }) => what.startsWith('errand.') && !buyersOwn.includes(what))
    .map(({ atMs, by, what }) => ({ atMs, by, what })),
  nowMs,
})

/** Does this take of the task still need the runner's hand? */
export const holdsSlot = (order: Order<ErrandDetail> | undefined, slot: string): boolean =>
  order !== undefined &&
  (order.detail.task === 'taken' || order.detail.task === 'pickedUp') &&
  slotOf(order.orderNo, order.detail.takes) === slot

const buyersOwn = ['errand.goodsPaid', 'errand.givenBack', 'errand.ruled']
