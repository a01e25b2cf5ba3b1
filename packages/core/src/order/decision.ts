import type { Fen } from '../money/fen.ts'
import type { Refusal, Result } from '../result.ts'
import type { RefundWayRefusal } from '../vertical.ts'
import type { Order } from './order.ts'
import type { OrderState } from './transitions.ts'

/** The next order, or the very same object when the event changes nothing, or a refusal with the facts that explain it. */
export type Decision = Result<Order, DecisionRefusal>

/** The common rules' own refusals, or one of the vertical's. */
export type DecisionRefusal = CoreDecisionRefusal | Refusal

export type CoreDecisionRefusal =
  | { readonly code: 'NOT_NOW'; readonly state: OrderState }
  | { readonly code: 'PAY_TIME_OVER'; readonly payUntilMs: number }
  /** WeChat's word does not fit the order. Kept for a person, books nothing. */
  | { readonly code: 'PAYMENT_MISMATCH'; readonly field: 'amount' | 'payer' | 'attempt' | 'transaction' }
  | { readonly code: 'REFUND_TOO_MUCH'; readonly refundableFen: Fen }
  | { readonly code: 'REFUND_TOO_LATE'; readonly refundableUntilMs: number }
  | { readonly code: 'REFUND_TOO_MANY'; readonly most: number }
  /** The same refund key with another amount. */
  | { readonly code: 'REFUND_REUSED' }
  | RefundWayRefusal
  | { readonly code: 'NO_SUCH_REFUND' }
