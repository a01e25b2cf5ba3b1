import type { OpenId, OrderNo, OutTradeNo, RequestId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { PaymentAttempt } from '../payment/payment-attempt.ts'
import type { Refund } from '../refund/refund.ts'
import type { Detail } from '../verticals.ts'
import type { HistoryEntry } from './history.ts'
import type { OutboxEntry } from './outbox.ts'
import type { OrderState } from './transitions.ts'

/**
 * One document holds all there is to know of an order. It changes by compare-and-set on `version` only, so a crash
 * between any two steps leaves a document that says in its outbox what is still to be done.
 */
export interface Order<D extends { readonly vertical: string } = Detail> {
  readonly orderNo: OrderNo
  /** 1 when inserted, one more with every change. */
  readonly version: number
  readonly buyer: OpenId
  readonly requestId: RequestId
  /** Digest of what was asked: the same requestId with other content is refused. */
  readonly requestDigest: string
  readonly state: OrderState
  /** Why it is closing or closed. */
  readonly closeReason?: CloseReason
  readonly totalFen: Fen
  /** What was bought, and how far its delivery is: the vertical's own part. */
  readonly detail: D
  /** Oldest first; at most the last one can be open. */
  readonly attempts: readonly PaymentAttempt[]
  /** The attempt whose money made the order paid; any other payment goes back. */
  readonly paidBy?: OutTradeNo
  readonly refunds: readonly Refund[]
  readonly history: readonly HistoryEntry[]
  readonly outbox: readonly OutboxEntry[]
  readonly createdAtMs: number
  /** Unpaid past this moment, it closes. */
  readonly payUntilMs: number
  /** When housekeeping has to look at it next; absent: nothing is left to do by the clock. */
  readonly dueAtMs?: number
}

export type CloseReason =
  /** The buyer changed their mind. */
  | 'cancelled'
  /** Not paid in time. */
  | 'expired'
  /** The stock, coupon or task was gone when it was to be held. */
  | 'unavailable'
