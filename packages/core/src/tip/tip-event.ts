import type { Fen } from '../money/fen.ts'
import type { MessageCheck } from './tip-detail.ts'
import type { TipProgress } from './transitions.ts'

/** What can happen to a tip besides being paid and refunded. */
export type TipEvent =
  /** WeChat says that the coins are spent on this tip. */
  | { readonly kind: 'tip.coinsSpent' }
  /** What WeChat thinks of name and message. */
  | { readonly kind: 'tip.messageChecked'; readonly verdict: Exclude<MessageCheck, 'unchecked'> }
  /** The owner read a message: shown or not. */
  | { readonly kind: 'tip.judgeMessage'; readonly show: boolean }
  /** The owner gives the whole tip back. */
  | { readonly kind: 'tip.giveBack' }
  /**
   * Money went back by a refund that is not ours: what WeChat says is left is less than what this order leaves. True of the
   * order as it stood at `atVersion`, before and after WeChat was asked; of a later one it says nothing.
   */
  | { readonly kind: 'tip.takenBack'; readonly key: string; readonly amountFen: Fen; readonly atVersion: number }

export type TipEventRefusal =
  | { readonly code: 'TIP_NOT_NOW'; readonly progress: TipProgress }
  /** Nothing was written. */
  | { readonly code: 'NO_MESSAGE' }
