import type { Order } from '../order/order.ts'
import { err, ok, type Result } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import { askMore, bought, supplementPaid } from './decide-goods.ts'
import { dispute, correct, split } from './decide-dispute.ts'
import { rate } from './decide-rating.ts'
import { deliver, drop, pickUp, take, vouch } from './decide-runner.ts'
import { cancel, confirm } from './decide-customer.ts'
import type { ErrandDetail, ErrandTask } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import type { ErrandEvent, ErrandEventRefusal } from './errand-event.ts'

export type TaskOrder = Order<ErrandDetail> & { readonly detail: ErrandTask }
export type TaskChange = DetailChange<ErrandDetail, ErrandEffect>
export type TaskDecision = Result<TaskChange, ErrandEventRefusal>

/** What an event makes of an errand. A supplementary order has no events of its own. */
export const decideErrand = (order: Order<ErrandDetail>, event: ErrandEvent, nowMs: number): TaskDecision => {
  if (!isTaskOrder(order)) return err({ code: 'TASK_NOT_NOW', state: 'none' })
  switch (event.kind) {
    case 'errand.take':
      return take(order, event, nowMs)
    case 'errand.drop':
      return drop(order, event, nowMs)
    case 'errand.pickUp':
      return pickUp(order, event)
    case 'errand.deliver':
      return deliver(order, event, nowMs)
    case 'errand.vouch':
      return vouch(order, nowMs)
    case 'errand.askMore':
      return askMore(order, event)
    case 'errand.supplementPaid':
      return supplementPaid(order, event)
    case 'errand.bought':
      return bought(order, event)
    case 'errand.confirm':
      return confirm(order, 'buyer', nowMs)
    case 'errand.cancel':
      return cancel(order, nowMs)
    case 'errand.dispute':
      return dispute(order, event, nowMs)
    case 'errand.split':
      return split(order, event, nowMs)
    case 'errand.correct':
      return correct(order, event, nowMs)
    case 'errand.rate':
      return rate(order, event, nowMs)
  }
}

export const isTaskOrder = (order: Order<ErrandDetail>): order is TaskOrder => order.detail.part === 'task'

/** Nothing changes: it was decided before. */
export const unchanged = ({ detail }: TaskOrder): TaskDecision => ok({ detail })

export const notNow = ({ detail }: TaskOrder): TaskDecision => err({ code: 'TASK_NOT_NOW', state: detail.state })
