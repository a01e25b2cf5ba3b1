import { type MoveOf, nextIn, type TransitionTable } from '../order/transition-table.ts'

/** Every move of one refund, that is of one outRefundNo. */
export const refundTransitions = {
  /** Decided here, not known to be at WeChat: submitted again under the same number until it is. */
  requested: { accept: 'accepted', settle: 'settled', abnormal: 'abnormal', close: 'closed' },
  /** WeChat took it; the money is not back yet. */
  accepted: { settle: 'settled', abnormal: 'abnormal', close: 'closed' },
  /** The buyer has the money. */
  settled: {},
  /** The buyer's card cannot take it (closed, frozen): a person decides at the merchant platform, then it settles or closes. */
  abnormal: { settle: 'settled', close: 'closed' },
  /** WeChat closed it without paying: the amount is refundable again, under a new number. */
  closed: {},
} as const satisfies TransitionTable

type Table = typeof refundTransitions
export type RefundState = keyof Table
export type RefundMove = MoveOf<Table>

export const nextRefundState = nextIn(refundTransitions)
