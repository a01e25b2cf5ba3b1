import type { OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { RefundReason } from '../refund/refund.ts'
import type { RefundState } from '../refund/transitions.ts'
import type { DetailView, VerticalName } from '../verticals.ts'
import type { HistoryEntry } from './history.ts'
import type { CloseReason } from './order.ts'
import type { OrderState } from './transitions.ts'

/** What a person may see of an order. No openid, no outbox, no other party's secrets. */
export interface OrderView {
  readonly orderNo: OrderNo
  readonly vertical: VerticalName
  readonly state: OrderState
  readonly closeReason?: CloseReason
  readonly totalFen: Fen
  readonly paidFen: Fen
  /** Settled refunds only. */
  readonly refundedFen: Fen
  readonly refunds: readonly {
    readonly amountFen: Fen
    readonly reason: RefundReason
    readonly state: RefundState
    readonly requestedAtMs: number
  }[]
  readonly detail: DetailView
  readonly history: readonly HistoryEntry[]
  /** What this viewer may do now: the screens show these buttons and no others. */
  readonly actions: readonly OrderAction[]
  readonly createdAtMs: number
  readonly payUntilMs: number
  /** The server's clock when it answered: countdowns run on it, a phone's clock may be wrong. */
  readonly nowMs: number
}

export type OrderAction = 'pay' | 'cancel'
