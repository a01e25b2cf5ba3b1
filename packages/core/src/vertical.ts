import type { OrderNo } from './identity/ids.ts'
import type { LedgerEntry } from './ledger/ledger-entry.ts'
import type { Fen } from './money/fen.ts'
import type { Actor } from './order/history.ts'
import type { Order } from './order/order.ts'
import type { Unanswered } from './order/unanswered.ts'
import type { Rail } from './payment/payment-attempt.ts'
import type { Refund, RefundReason } from './refund/refund.ts'
import type { Refusal, Result } from './result.ts'

/** What a vertical adds to the common order rules. One object per vertical, registered in `verticals.ts`. */
export interface Vertical<
  D extends { readonly vertical: string },
  E extends { readonly kind: string },
  F extends { readonly kind: string },
  View,
> {
  readonly name: D['vertical']
  /**
   * Its orders are further payments for orders of that vertical: they stand in its books, and nobody is told of them on
   * their own.
   */
  readonly partOf?: string
  /** The rail its payments take. */
  readonly rail: Rail
  /** The money is there: what the detail becomes and what is to be done. */
  readonly paid: (order: Order<D>, nowMs: number) => DetailChange<D, F>
  /** No payment can make it a sale any more: give back what was held. */
  readonly released: (order: Order<D>, nowMs: number) => DetailChange<D, F>
  /** The last fen is on its way back: take back what is not delivered yet. Called when that refund is decided. */
  readonly refundedInFull: (order: Order<D>, nowMs: number) => DetailChange<D, F>
  /** Why a refund of this sum, which the payment could bear, is not to be; `undefined`: it may. Default: it may. */
  readonly refundRefusal?: (order: Order<D>, asked: RefundWish) => RefundWayRefusal | undefined
  /** A refund of any size has arrived at the buyer. */
  readonly refundSettled?: (order: Order<D>, refund: Refund, nowMs: number) => DetailChange<D, F>
  /** Money came for an order that is closed: can it be a sale all the same, with nothing held for it? Default: no, the money goes back. */
  readonly revivable?: (order: Order<D>) => boolean
  /** The vertical's own events: ship, take, deliver, confirm … */
  readonly decide: (order: Order<D>, event: E, nowMs: number) => Result<DetailChange<D, F>, Refusal>
  /** When the vertical's clock runs out next: auto-confirm, nobody takes it … Asked of paid and completed orders. */
  readonly dueAtMs?: (order: Order<D>) => number | undefined
  /** That moment has come. */
  readonly due?: (order: Order<D>, nowMs: number) => DetailChange<D, F> | undefined
  /** What the books say of the vertical's own parties: a runner's earnings, a creator's. Each entry sums to zero and never changes. */
  readonly entries?: (order: Order<D>) => readonly LedgerEntry[]
  /** By what others than its buyer find the order. Default: they do not. */
  readonly keys?: (order: Order<D>) => OrderKeys
  /** What this viewer may see of the detail. */
  readonly view: (order: Order<D>, viewer: Actor, nowMs: number) => View
}

/** Copied beside the order for the indexes of its store. */
export interface OrderKeys {
  /** The one list in which it stands at present, such as a hall of open tasks. */
  readonly list?: string
  /** Who works on it, by a number of ours. */
  readonly worker?: string
}

/** The vertical's answer to a change. */
export interface DetailChange<D, F extends { readonly kind: string }> {
  readonly detail: D
  /** What is to be done outside, by a key that is unique within the order. */
  readonly effects?: readonly { readonly key: string; readonly effect: F }[]
  readonly history?: readonly HistoryLine[]
  /** Money that goes back because of this change. `key` names the refund: the same key is the same refund. */
  readonly refunds?: readonly RefundDecision[]
  /** What has waited for the owner too long: kept for a person, and the owners are told. */
  readonly unanswered?: readonly Unanswered[]
  /** The delivery ended: the order moves to completed. */
  readonly completes?: boolean
}

export interface HistoryLine {
  readonly by: Actor
  readonly what: string
  readonly facts?: Readonly<Record<string, string | number>>
}

/** A refund somebody wants; `leftFen`: all that can still be given back. */
export interface RefundWish {
  readonly by: Actor
  readonly amountFen: Fen
  readonly leftFen: Fen
}

export type RefundWayRefusal =
  /** Only all of it can go back. */
  | { readonly code: 'REFUND_WHOLE_ONLY'; readonly refundableFen: Fen }
  /** It is part of another order, and goes back by what is decided there. */
  | { readonly code: 'REFUND_BY_ORDER'; readonly of: OrderNo }

export interface RefundDecision {
  /** 1 to 20 characters of 0-9A-Za-z_-, unique within the order. */
  readonly key: string
  readonly amountFen: Fen
  readonly reason: RefundReason
}
