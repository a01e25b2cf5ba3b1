import type { OpenId, OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { ErrandKind } from './kinds.ts'
import type { Place } from './place.ts'
import type { ErrandPrice } from './price-errand.ts'
import type { RunnerNo } from './runner/runner.ts'
import type { ErrandTask } from './transitions.ts'

/** The errand's part of an order. */
export interface ErrandDetail {
  readonly vertical: 'errand'
  readonly kind: ErrandKind
  /** What is to be done, in the buyer's words. */
  readonly what: string
  readonly pictures: readonly string[]
  readonly from?: Place
  readonly to: Place
  readonly weightKg: number
  readonly declaredFen: Fen
  readonly wantedAtMs?: number
  readonly distanceM: number
  readonly price: ErrandPrice
  /** The platform's share of the fee when this was published. */
  readonly commissionBp: number
  /** The buyer tells them to those whom the runner meets; the runner learns them there. */
  readonly codes: { readonly pickup?: string; readonly delivery: string }
  readonly task: ErrandTask
  /** How often it was taken so far: tells one hold of a runner's slot from the next. */
  readonly takes: number
  /** Present while and after somebody has the task. */
  readonly runner?: TaskRunner
  /** Those who took it and gave it back. */
  readonly droppedBy?: readonly RunnerNo[]
  readonly tries?: CodeTries
  /** Payments beside the first: more tip, more goods. */
  readonly extras: readonly TaskExtra[]
  /** 帮买: what the runner needs or spent. */
  readonly goods?: TaskGoods
  readonly openUntilMs?: number
  /** Past this moment the owner has to look at it. */
  readonly overdueAtMs?: number
  readonly autoConfirmAtMs?: number
  /** Up to here either side can object; then the runner's part is free. */
  readonly settleAtMs?: number
  readonly dispute?: Dispute
  /** What the buyer paid for cancelling. */
  readonly cancelFeeFen?: Fen
  /** What the runner gets, once it is decided: on confirmation, cancellation or by the owner. */
  readonly earningFen?: Fen
  /** Since when it is his. */
  readonly earnedAtMs?: number
  /** Taken back from it later, by the name of the decision. */
  readonly clawedBack?: Readonly<Record<string, ClawedBack>>
  readonly ratings?: { readonly byBuyer?: Rating; readonly byRunner?: Rating }
}

export interface TaskRunner {
  readonly runnerNo: RunnerNo
  readonly openid: OpenId
  readonly name: string
  readonly phone: string
  readonly takenAtMs: number
}

export interface CodeTries {
  readonly wrong: number
  readonly pausedUntilMs: number
}

export interface TaskExtra {
  readonly orderNo: OrderNo
  readonly purpose: ExtraPurpose
  readonly amountFen: Fen
  /** Decided to go back. */
  readonly refundedFen: Fen
}

export type ExtraPurpose = 'tip' | 'goods'

export interface TaskGoods {
  /** More than there is: the buyer is asked to pay the difference. */
  readonly askedFen?: Fen
  readonly spentFen?: Fen
  /** Pictures of the receipt. */
  readonly receipt?: readonly string[]
}

export interface Dispute {
  readonly by: 'buyer' | 'runner' | 'system'
  readonly why: string
  readonly pictures: readonly string[]
  readonly atMs: number
  /** The task as it was. */
  readonly from: ErrandTask
  /** The owner was reminded. */
  readonly remindedAtMs?: number
  readonly ruling?: { readonly refundFen: Fen; readonly runnerFen: Fen; readonly note: string; readonly atMs: number }
}

export interface ClawedBack {
  readonly amountFen: Fen
  readonly refundFen: Fen
  readonly atMs: number
}

export interface Rating {
  /** 1 to 5. */
  readonly stars: number
  readonly words: string
  readonly atMs: number
}
