import type { FlowOutcome } from '@pay/client'
import type { OrderView } from '@pay/core'
import { timeOfDay } from '../../format/moment.ts'
import { noteOf, storyOf } from '../../order/describe-order.ts'
import { t } from '../../text/index.ts'

interface Said {
  readonly mark: 'good' | 'waiting' | 'open' | 'ended'
  readonly title: string
  readonly note?: string
}

/** The words for every outcome; only `paid` says that it is paid. */
export const sayResult = (outcome: FlowOutcome, order: OrderView | undefined): Said => {
  const { result } = t
  switch (outcome) {
    case 'paid':
      return {
        mark: 'good',
        title: result.paid,
        note: order && (noteOf(order) ?? storyOf(order)?.paidNote ?? result.paidNote),
      }
    case 'cashier':
      return { mark: 'waiting', title: result.cashier, note: result.cashierNote }
    case 'notPaid':
      if (order?.actions.includes('pay') !== true)
        return { mark: 'open', title: result.overdue, note: result.overdueNote }
      return { mark: 'open', title: result.notPaid, note: result.notPaidNote(timeOfDay(order.payUntilMs)) }
    case 'closing':
      return { mark: 'waiting', title: result.closing, note: t.order.notes.closing }
    case 'closed':
      return { mark: 'ended', title: result.closed, note: order && noteOf(order) }
    case 'refunding':
      return { mark: 'waiting', title: result.refunding, note: order && noteOf(order) }
    case 'refunded':
      return { mark: 'ended', title: result.refunded, note: order && noteOf(order) }
    case 'unknown':
      return { mark: 'open', title: result.unknown, note: result.unknownNote }
    default:
      return { mark: 'waiting', title: result.confirming, note: result.confirmingNote }
  }
}
