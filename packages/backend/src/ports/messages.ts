import type { OpenId } from '@pay/core'

/** What goes through WeChat to people and to WeChat's own trade management. */
export interface Messages {
  /** 发货信息. Repeatable: WeChat takes the same parcels again. */
  uploadShipping(shipping: Shipping): Promise<MessageAnswer>
}

export interface Shipping {
  /** By a carrier's parcels, or by somebody within the city; absent: by parcels. */
  readonly by?: 'parcel' | 'runner'
  readonly transactionId: string
  readonly payer: OpenId
  /** All parcels so far. */
  readonly parcels: readonly { readonly carrier: string; readonly trackingNo: string }[]
  /** Nothing is left to send. */
  readonly complete: boolean
  /** What is in it, cut to 120 characters by the adapter. */
  readonly what: string
  /** Of the newest parcel: WeChat takes only what is newer than what it has. */
  readonly atMs: number
  /** The receiver's phone; some carriers demand it. The adapter masks it. */
  readonly phone?: string
}

export type MessageAnswer =
  /** Taken now, or known already. */
  | { readonly kind: 'done' }
  /** Not now: again later. */
  | { readonly kind: 'failed'; readonly reason: string }
