import type { Order } from '../order/order.ts'
import type { Result } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import { cancel } from './cancel.ts'
import { dispute, giveBackLater, split } from './dispute.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import type { ErrandEvent, ErrandEventRefusal } from './errand-event.ts'
import { extraPaid } from './extra-paid.ts'
import { confirm } from './finish.ts'
import { deliver, pickUp } from './hand-over.ts'
import { rate } from './rate.ts'
import { askGoods, drop, take } from './take.ts'

export type Decided = Result<DetailChange<ErrandDetail, ErrandEffect>, ErrandEventRefusal>

/** What an errand's event makes of the task. */
export const decideErrand = (order: Order<ErrandDetail>, event: ErrandEvent, nowMs: number): Decided => {
  switch (event.kind) {
    case 'errand.take':
      return take(order, event, nowMs)
    case 'errand.drop':
      return drop(order, event, nowMs)
    case 'errand.askGoods':
      return askGoods(order, event)
    case 'errand.pickUp':
      return pickUp(order, event, nowMs)
    case 'errand.deliver':
      return deliver(order, event, nowMs)
    case 'errand.confirm':
      return confirm(order, nowMs)
    case 'errand.cancel':
      return cancel(order, event.toldFen, nowMs)
    case 'errand.dispute':
      return dispute(order, event, nowMs)
    case 'errand.split':
      return split(order, event, nowMs)
    case 'errand.giveBack':
      return giveBackLater(order, event, nowMs)
    case 'errand.rate':
      return rate(order, event, nowMs)
    case 'errand.extraPaid':
      return extraPaid(order, event)
  }
}
