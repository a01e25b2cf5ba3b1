import type { RequestId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import { type MoveOf, nextIn, type TransitionTable } from '../order/transition-table.ts'
import type { Pieces } from './shop-effect.ts'

/** One request of a buyer for money back on pieces of one line or several. */
export interface AfterSale {
  /** `as1`, `as2` …: also the name under which pieces come back to the stock. */
  readonly key: string
  /** The client's, so that a repeated request is the same after-sale. */
  readonly requestId: RequestId
  readonly pieces: readonly ClaimedPieces[]
  readonly kind: AfterSaleKind
  readonly reason: AfterSaleReason
  readonly note: string
  /** File ids, seen by buyer and owner. */
  readonly pictures: readonly string[]
  /** What goes back when the owner agrees: all that the pieces cost, or less where the buyer asked for less. */
  readonly amountFen: Fen
  readonly state: AfterSaleState
  readonly askedAtMs: number
  /** Up to when the goods have to be on their way back; present once the owner agreed to take them. */
  readonly sendBackUntilMs?: number
  /** Where they are to be sent, in the owner's words. */
  readonly returnTo?: string
  /** The parcel that brings them back. */
  readonly returnParcel?: { readonly carrier: string; readonly trackingNo: string }
  readonly sentBackAtMs?: number
  /** The state in which it waited so long that the owner was reminded. */
  readonly reminded?: AfterSaleState
  /** Why the owner refused. */
  readonly refusedBecause?: string
  /** The refund's key; a new one only after WeChat closed the last. */
  readonly refundKey?: string
}

/** Pieces of one line, with what they cost after their share of the discount. */
export interface ClaimedPieces extends Pieces {
  readonly costFen: Fen
}

/** 仅退款 and 退货退款. */
export type AfterSaleKind = 'refundOnly' | 'returnAndRefund'

export const afterSaleReasons = ['notWanted', 'notReceived', 'damaged', 'notAsDescribed', 'missing', 'other'] as const
export type AfterSaleReason = (typeof afterSaleReasons)[number]

export const afterSaleTransitions = {
  requested: { agree: 'refunding', agreeReturn: 'toReturn', refuse: 'refused', withdraw: 'withdrawn' },
  /** The owner takes the goods back, the buyer has to send them. */
  toReturn: { sendBack: 'returning', withdraw: 'withdrawn', lapse: 'withdrawn' },
  returning: { accept: 'refunding', refuse: 'refused' },
  /** The refund is on its way; should WeChat close it, the owner starts it again. */
  refunding: { settle: 'refunded', again: 'refunding' },
  refunded: {},
  /** The buyer may ask again. */
  refused: {},
  withdrawn: {},
} as const satisfies TransitionTable

type Table = typeof afterSaleTransitions
export type AfterSaleState = keyof Table
export type AfterSaleMove = MoveOf<Table>

export const nextAfterSaleState = nextIn(afterSaleTransitions)

/** Something is still to be decided or to arrive. */
export const isOpenAfterSale = ({ state }: AfterSale): boolean => Object.keys(afterSaleTransitions[state]).length > 0
