import type { Fen, OpenId, PayoutNo } from '@pay/core'

/**
 * How a withdrawal becomes money in a runner's hands. Like a `Gateway`, it throws for nothing that the other side says or
 * fails to say. One number is one transfer for ever: the same withdrawal never goes out under another.
 */
export interface Payout {
  /** Who moves the money. The books take it from WeChat's account, or from the owner's own. */
  readonly by: 'owner' | 'wechat'
  /** Repeatable under the same number: the transfer is made once, and every call says how it stands. */
  transfer(payout: PayoutOrder): Promise<TransferAnswer>
  query(payout: PayoutOrder): Promise<TransferAnswer>
  /**
   * From `cancelled` on nothing is paid under this number, be it that it was never sent, or that a transfer is still on
   * its way: a rail that forgets what it never heard of has to hear of it first.
   */
  cancel(payout: PayoutOrder): Promise<CancelTransferAnswer>
}

/** Always the same for the same withdrawal. */
export interface PayoutOrder {
  readonly payoutNo: PayoutNo
  readonly receiver: OpenId
  readonly amountFen: Fen
}

export type TransferAnswer =
  /** Nothing moves by itself: the owner pays, and records where it can be found. */
  | { readonly kind: 'byOwner' }
  /** WeChat has it; the receiver may still have to confirm. */
  | { readonly kind: 'underWay' }
  | { readonly kind: 'paid'; readonly reference: string }
  /** Failed, cancelled or never confirmed: nothing was paid, and nothing will be. */
  | { readonly kind: 'over'; readonly reason: string }
  /** Only of a query: nobody ever sent it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }

export type CancelTransferAnswer =
  | { readonly kind: 'cancelled' }
  /** It is paid, or cannot be stopped any more. A query tells which. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
