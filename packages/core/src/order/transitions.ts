import { type MoveOf, nextIn, type TransitionTable } from './transition-table.ts'

/**
 * Every move an order can make, the same for all verticals, and the only place that decides it.
 * What happens between paid and completed belongs to the vertical: shop fulfilment, errand task, tip.
 */
export const orderTransitions = {
  /** Placed, waiting for the money. */
  unpaid: { pay: 'paid', close: 'closing' },
  /** WeChat refuses to close a payment younger than 5 minutes, and a payment can slip in meanwhile: closing takes time. */
  closing: { pay: 'paid', closed: 'closed' },
  /** Nothing to pay, nothing to deliver. Money that comes all the same goes back, or revives what nothing was held for. */
  closed: { pay: 'paid' },
  paid: { complete: 'completed', refundInFull: 'refunded' },
  completed: { refundInFull: 'refunded' },
  refunded: {},
} as const satisfies TransitionTable

type Table = typeof orderTransitions
export type OrderState = keyof Table
export type OrderMove = MoveOf<Table>

export const nextOrderState = nextIn(orderTransitions)
