import type { OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { RefundTrouble } from '../refund/refund-trouble.ts'
import type { ExtraPurpose, TaskRunner } from './errand-detail.ts'
import type { RunnerNo } from './runner/runner.ts'
import type { ErrandTask } from './transitions.ts'

/** What can happen to a task once it is paid. Deciding one again changes nothing. */
export type ErrandEvent =
  | { readonly kind: 'errand.take'; readonly runner: Omit<TaskRunner, 'takenAtMs'> }
  /** Before he has picked it up the runner can give it back: it is open again. */
  | { readonly kind: 'errand.drop'; readonly runnerNo: RunnerNo; readonly why: string }
  /** 帮买: it costs more than was paid; the buyer is asked for the difference. */
  | { readonly kind: 'errand.askGoods'; readonly runnerNo: RunnerNo; readonly goodsFen: Fen }
  /** A wrong code changes no more than the count of tries: look at the task afterwards. */
  | {
      readonly kind: 'errand.pickUp'
      readonly runnerNo: RunnerNo
      readonly code: string
      /** 帮买: what was spent, with the receipt. */
      readonly goodsFen: Fen
      readonly receipt: readonly string[]
    }
  | { readonly kind: 'errand.deliver'; readonly runnerNo: RunnerNo; readonly code: string }
  | { readonly kind: 'errand.confirm' }
  /** `toldFen`: the fee that the buyer was told of; a higher one is refused. */
  | { readonly kind: 'errand.cancel'; readonly toldFen: Fen }
  | {
      readonly kind: 'errand.dispute'
      readonly by: 'buyer' | 'runner'
      readonly why: string
      readonly pictures: readonly string[]
    }
  /** The owner decides a dispute: so much back, so much to the runner, the rest is the platform's. */
  | { readonly kind: 'errand.split'; readonly refundFen: Fen; readonly runnerFen: Fen; readonly note: string }
  /** The owner gives money back after the runner got his, and takes some of it, or nothing, from him. */
  | {
      readonly kind: 'errand.giveBack'
      /** Names the decision: up to 8 characters, the same is the same. */
      readonly key: string
      readonly refundFen: Fen
      readonly clawbackFen: Fen
      readonly note: string
    }
  | { readonly kind: 'errand.rate'; readonly by: 'buyer' | 'runner'; readonly stars: number; readonly words: string }
  /** A further payment of the buyer has arrived. */
  | {
      readonly kind: 'errand.extraPaid'
      readonly extraNo: OrderNo
      readonly purpose: ExtraPurpose
      readonly amountFen: Fen
    }

export type ErrandEventRefusal =
  /** The task has no such move now. */
  | { readonly code: 'TASK_NOT_NOW'; readonly task: ErrandTask }
  | { readonly code: 'ALREADY_TAKEN' }
  /** Nobody runs for himself. */
  | { readonly code: 'OWN_TASK' }
  /** Not this runner's task, or none at all: the two are not told apart. */
  | { readonly code: 'NOT_FOUND' }
  /** Too many wrong codes: not before this moment, right or wrong. */
  | { readonly code: 'CODE_PAUSED'; readonly untilMs: number }
  /** 帮买: more than was paid for goods. Ask the buyer for more first. */
  | { readonly code: 'GOODS_TOO_MUCH'; readonly mostFen: Fen }
  /** 帮买: not more than what there is already, or over the limit. */
  | { readonly code: 'GOODS_OUT_OF_RANGE'; readonly leastFen: Fen; readonly mostFen: Fen }
  /** Cancelling costs more than was told. */
  | { readonly code: 'CANCEL_FEE_CHANGED'; readonly feeFen: Fen }
  | { readonly code: 'SPLIT_TOO_MUCH'; readonly leftFen: Fen }
  | { readonly code: 'CLAWBACK_TOO_MUCH'; readonly mostFen: Fen }
  /** WeChat takes no such refund of this payment any more. */
  | RefundTrouble
  /** The same decision came before with other amounts. */
  | { readonly code: 'DECIDED_BEFORE' }
  | { readonly code: 'RATED_BEFORE' }
  /** No such payment is waited for. */
  | { readonly code: 'EXTRA_NOT_WANTED' }
