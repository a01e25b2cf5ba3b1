import type { Fen } from '../money/fen.ts'
import type { TipSale } from './tip-sale.ts'
import type { TipProgress } from './transitions.ts'

/** The tip's part of an order. */
export interface TipDetail {
  readonly vertical: 'tip'
  readonly creatorId: string
  /** As it was when the tip was placed. */
  readonly creatorName: string
  readonly amountFen: Fen
  readonly sale: TipSale
  readonly progress: TipProgress
  /** What the giver wants to be called; empty: nothing was said. */
  readonly giverName: string
  /** The page shows neither name nor picture of the giver. */
  readonly anonymous: boolean
  /** To the creator, 50 characters at most; empty: none. */
  readonly message: string
  readonly messageCheck: MessageCheck
  /** The creator's word of thanks, shown once given. */
  readonly thanks: string
  /** When WeChat took the money; present once given. */
  readonly givenAtMs?: number
  /** Money that went back without a refund of ours: Apple's own, or one made by hand at the merchant platform. */
  readonly takenBackBy?: readonly { readonly key: string; readonly amountFen: Fen; readonly atMs: number }[]
}

/** Whether name and message may be shown to others. The tip itself never waits for it. */
export type MessageCheck =
  /** Nothing was written, or it may be shown. */
  | 'passed'
  /** WeChat could not be asked yet. */
  | 'unchecked'
  /** WeChat is not sure: the owner reads it. */
  | 'review'
  /** Not to be shown. */
  | 'hidden'
