import type { OrderView } from '@pay/core'
import type { FlowState, Following } from './flow-state.ts'

/** What a page may say about a payment, one word each. */
export type FlowOutcome =
  | 'idle'
  | 'placing'
  | 'refused'
  /** The cashier is being opened, or is open in front of us. */
  | 'cashier'
  /** Asking WeChat; do not pay again. */
  | 'confirming'
  /** The server says that the money is there. Nothing else ever gives this. */
  | 'paid'
  /** Kept, can be paid until `order.payUntilMs`. */
  | 'notPaid'
  /** Being closed: a payment may still slip in. */
  | 'closing'
  | 'closed'
  /** Paid, and the money is on its way back, or arrived there. */
  | 'refunding'
  | 'refunded'
  /** Nobody could tell us; ask again later. */
  | 'unknown'

/** Reads the state; holds no opinion of its own. */
export const flowOutcome = (state: FlowState): FlowOutcome => {
  if (state.step !== 'following') return state.step
  const { order } = state
  switch (order?.state) {
    case 'paid':
    case 'completed':
      return 'paid'
    case 'refunded':
      return refundOutcome(order)
    case 'closed':
      return order.refunds.length > 0 ? refundOutcome(order) : 'closed'
    case 'closing':
      return 'closing'
    default:
      return openOutcome(state)
  }
}

const openOutcome = (state: Following): FlowOutcome => {
  if (state.cashier !== 'shut') return 'cashier'
  if (state.poll === undefined) return state.heard && state.word !== 'ok' ? 'notPaid' : 'unknown'
  // The asking goes on quietly below `notPaid`, in case a cancel was none.
  return state.heard && state.poll.round >= roundsBeforeNotPaid(state.word) ? 'notPaid' : 'confirming'
}

/** How often the server has to say "unpaid" before a page may say so while still asking. */
const roundsBeforeNotPaid = (word: Following['word']): number => {
  if (word === 'ok') return Number.POSITIVE_INFINITY
  return word === 'gone' ? 3 : 0
}

const refundOutcome = ({ refunds }: OrderView): FlowOutcome =>
  refunds.every(({ state }) => state === 'settled') ? 'refunded' : 'refunding'
