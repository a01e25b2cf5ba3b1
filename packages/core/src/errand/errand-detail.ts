import type { OpenId, OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { ErrandRequest } from './errand-request.ts'
import type { ErrandPrice } from './price-errand.ts'
import type { ErrandTerms } from './tariff.ts'
import type { ErrandState } from './transitions.ts'

/** The errand's part of an order: the task itself, or money for it that the budget did not cover. */
export type ErrandDetail = ErrandTask | ErrandSupplement

export interface ErrandTask {
  readonly vertical: 'errand'
  readonly part: 'task'
  readonly request: ErrandRequest
  readonly meters: number
  readonly price: ErrandPrice
  readonly terms: ErrandTerms
  /** Four digits each. Sender and receiver tell them to the runner, who never sees them. */
  readonly codes: ErrandCodes
  readonly state: ErrandState
  /** Wrong codes in the present step. */
  readonly wrongCodes: number
  /** Times it was taken: names the runner's slot. */
  readonly takes: number
  readonly droppedBy: readonly OpenId[]
  /** While open: up to when. */
  readonly openUntilMs?: number
  readonly runner?: TaskRunner
  readonly takenAtMs?: number
  readonly deliveredAtMs?: number
  readonly confirmedAtMs?: number
  /** File ids: what the runner photographed. */
  readonly proof?: readonly string[]
  /** 帮买 only. */
  readonly goods?: BoughtGoods
  readonly dispute?: Dispute
  /** Credited to the runner so far, less what was taken back; absent: nothing yet. The rest of the money is in the refunds or the platform's. */
  readonly earnedFen?: Fen
  readonly ratings?: { readonly byBuyer?: Rating; readonly byRunner?: Rating }
}

/** 取件码 only where there is something to pick up from somebody. */
export interface ErrandCodes {
  readonly pickUp?: string
  readonly deliver: string
}

/** The runner as the customer sees them, and the openid, which nobody sees. */
export interface TaskRunner {
  readonly openid: OpenId
  readonly name: string
  readonly phone: string
}

export interface BoughtGoods {
  /** What the runner needs, when it is more than was paid for; the customer pays it by a supplementary order. */
  readonly wantedFen?: Fen
  readonly supplements: readonly { readonly orderNo: OrderNo; readonly amountFen: Fen }[]
  /** What the goods cost by the receipt. */
  readonly spentFen?: Fen
  readonly receipt?: string
}

export interface Dispute {
  readonly by: 'buyer' | 'runner'
  readonly reason: string
  readonly pictures: readonly string[]
  readonly atMs: number
}

export interface Rating {
  /** 1 to 5. */
  readonly stars: number
  readonly text: string
  readonly atMs: number
}

/** Pays for goods that cost more than the budget. Of no use without its task. */
export interface ErrandSupplement {
  readonly vertical: 'errand'
  readonly part: 'supplement'
  readonly task: OrderNo
  readonly amountFen: Fen
  readonly state: 'none' | 'paid' | 'revoked'
}
