import type { OpenId, OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'

/** What an errand asks of the world outside its document. */
export type ErrandEffect =
  /** The runner's slot is free again; `claim` names it in the runner's slots. */
  | { readonly kind: 'errand.releaseSlot'; readonly runner: OpenId; readonly claim: string }
  /** Money for the runner, once per order and `part`. */
  | { readonly kind: 'errand.creditRunner'; readonly runner: OpenId; readonly amountFen: Fen; readonly part: string }
  /** Money back from the runner; the balance may fall below nothing, and is made good by the next tasks. */
  | { readonly kind: 'errand.clawBack'; readonly runner: OpenId; readonly amountFen: Fen; readonly part: string }
  /** A supplementary order is paid: tell its task (`errand.supplementPaid`). */
  | { readonly kind: 'errand.tellTask'; readonly task: OrderNo; readonly amountFen: Fen }
  /** Of a supplementary order so much goes back; all of it where absent. */
  | { readonly kind: 'errand.refundSupplement'; readonly orderNo: OrderNo; readonly amountFen: Fen }
  /** A rating that counts from now on; the person rated, never shown. */
  | {
      readonly kind: 'errand.publishRating'
      readonly of: OpenId
      readonly by: 'buyer' | 'runner'
      readonly stars: number
    }
