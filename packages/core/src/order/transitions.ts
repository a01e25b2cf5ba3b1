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

/** state → move → next state */
export type TransitionTable = Readonly<Record<string, Readonly<Record<string, string>>>>

type Table = typeof orderTransitions
export type OrderState = keyof Table
export type OrderMove = MoveOf<Table>

/** All the moves that a table knows. */
export type MoveOf<T extends TransitionTable> = { [S in keyof T]: keyof T[S] & string }[keyof T]

/** `undefined` means the table has no such move; the caller decides what that means. */
export const nextOrderState = (from: OrderState, move: OrderMove): OrderState | undefined => {
  const row: Partial<Record<OrderMove, OrderState>> = orderTransitions[from]
  return row[move]
}
