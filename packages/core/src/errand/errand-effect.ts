import type { OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { Tell } from '../order/tell.ts'
import type { RunnerNo } from './runner/runner.ts'

/** What a task asks of the world outside its document. Each is idempotent by order number and what stands in it. */
export type ErrandEffect =
  /** The runner has his hands free again. */
  | { readonly kind: 'errand.releaseSlot'; readonly runnerNo: RunnerNo; readonly slot: string }
  /** What he earned, not to be withdrawn yet. */
  | { readonly kind: 'errand.freezeEarning'; readonly runnerNo: RunnerNo; readonly amountFen: Fen }
  /** What he gets in the end, 0 included. */
  | { readonly kind: 'errand.settleEarning'; readonly runnerNo: RunnerNo; readonly amountFen: Fen }
  | {
      readonly kind: 'errand.clawBack'
      readonly runnerNo: RunnerNo
      readonly part: string
      readonly amountFen: Fen
    }
  /** Money of a further payment goes back under this key. */
  | { readonly kind: 'errand.refundExtra'; readonly extraNo: OrderNo; readonly key: string; readonly amountFen: Fen }
  /** The stars join those that this person has. */
  | { readonly kind: 'errand.countRating'; readonly about: 'buyer' | 'runner' }
  /** Tell WeChat that it is being delivered within the city: compulsory, the money is not settled before. */
  | { readonly kind: 'errand.uploadDelivery' }
  | ({ readonly kind: 'errand.tell' } & Tell<ErrandMessage>)

export type ErrandMessage =
  /** To the buyer. */
  | 'errand.taken'
  | 'errand.delivered'
  | 'errand.notTaken'
  /** To the runner: the buyer cancelled. */
  | 'errand.cancelled'
  /** To both: the owner has decided. */
  | 'errand.ruled'
  /** To the runner: his withdrawal is paid, or refused; the only one that belongs to no order. */
  | 'errand.paidOut'
  | 'errand.payoutRefused'
