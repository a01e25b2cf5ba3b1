import type { OpenId, OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { RefundTrouble } from '../refund/refund-trouble.ts'
import type { TaskRunner } from './errand-detail.ts'
import type { ErrandState } from './transitions.ts'

/** What can happen to an errand once it is paid. Deciding one again changes nothing. */
export type ErrandEvent =
  /** An approved runner with a free slot wants it. One wins. */
  | { readonly kind: 'errand.take'; readonly runner: TaskRunner }
  /** The runner gives it up before picking up: open again, for others. */
  | { readonly kind: 'errand.drop'; readonly runner: OpenId; readonly reason: string }
  /** With the code of the one who hands it over. A wrong code is counted, not refused: see `wrongCode`. */
  | { readonly kind: 'errand.pickUp'; readonly runner: OpenId; readonly code?: string | undefined; readonly proof: readonly string[] }
  | { readonly kind: 'errand.deliver'; readonly runner: OpenId; readonly code?: string | undefined; readonly proof: readonly string[] }
  /** The customer vouches for the step that the runner is at: a code was lost, or is locked. */
  | { readonly kind: 'errand.vouch' }
  /** 帮买: the goods cost more than was paid for. */
  | { readonly kind: 'errand.askMore'; readonly runner: OpenId; readonly wantedFen: Fen }
  | { readonly kind: 'errand.supplementPaid'; readonly orderNo: OrderNo; readonly amountFen: Fen }
  /** 帮买: bought, with the receipt. */
  | { readonly kind: 'errand.bought'; readonly runner: OpenId; readonly spentFen: Fen; readonly receipt: string }
  | { readonly kind: 'errand.confirm' }
  /** The customer does not want it any more; what it costs depends on the stage. */
  | { readonly kind: 'errand.cancel' }
  | {
      readonly kind: 'errand.dispute'
      readonly by: 'buyer' | 'runner'
      readonly runner?: OpenId | undefined
      readonly reason: string
      readonly pictures: readonly string[]
    }
  /** The owner decides a dispute: so much back, so much to the runner, the rest is the platform's. */
  | { readonly kind: 'errand.split'; readonly refundFen: Fen; readonly runnerFen: Fen }
  /** The owner corrects what is settled: so much back, so much of it from the runner. */
  | { readonly kind: 'errand.correct'; readonly key: string; readonly refundFen: Fen; readonly fromRunnerFen: Fen }
  | {
      readonly kind: 'errand.rate'
      readonly by: 'buyer' | 'runner'
      readonly runner?: OpenId | undefined
      readonly stars: number
      readonly text: string
    }

export type ErrandEventRefusal =
  /** The task has no such move now. */
  | { readonly code: 'TASK_NOT_NOW'; readonly state: ErrandState }
  /** Another runner was faster. */
  | { readonly code: 'ALREADY_TAKEN' }
  | { readonly code: 'OWN_TASK' }
  /** Dropped before: it is for others now. */
  | { readonly code: 'DROPPED_BEFORE' }
  | { readonly code: 'NOT_YOUR_TASK' }
  /** Too many wrong codes: the customer has to vouch. */
  | { readonly code: 'CODE_LOCKED' }
  /** 帮买: the receipt comes before delivering. */
  | { readonly code: 'RECEIPT_NEEDED' }
  /** 帮买: more than was paid for; ask for more first. */
  | { readonly code: 'OVER_BUDGET'; readonly paidForFen: Fen }
  /** The parts are more than there is to divide. */
  | { readonly code: 'SPLIT_TOO_MUCH'; readonly mostFen: Fen }
  | { readonly code: 'ALREADY_RATED' }
  | RefundTrouble
