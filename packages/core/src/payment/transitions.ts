import { type MoveOf, nextIn, type TransitionTable } from '../order/transition-table.ts'

/** Every move of one payment attempt, that is of one outTradeNo at WeChat. */
export const paymentTransitions = {
  /** May be payable: the prepay was asked for; whether WeChat got it is not known and need not be. */
  open: { pay: 'paid', close: 'closing' },
  /** Asked to be closed; not confirmed yet. */
  closing: { pay: 'paid', closed: 'closed' },
  /** WeChat said it is closed or never existed. It is known to break that rarely, so money may still come. */
  closed: { pay: 'paid' },
  paid: {},
} as const satisfies TransitionTable

type Table = typeof paymentTransitions
export type PaymentState = keyof Table
export type PaymentMove = MoveOf<Table>

export const nextPaymentState = nextIn(paymentTransitions)
