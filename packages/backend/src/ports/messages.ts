import type { Fen, Message, OpenId } from '@pay/core'

/** What goes through WeChat to people and to WeChat's own trade management. */
export interface Messages {
  /** 发货信息. Repeatable: WeChat takes the same parcels again. */
  uploadShipping(shipping: Shipping): Promise<MessageAnswer>
  /** The ids of the templates that this deployment has. A message without one is not sent. */
  readonly templateIds: { readonly [message in Message]?: string }
  /** One subscribe message to one person. Not repeatable: whoever calls it twice may send it twice. Never throws. */
  send(message: UserMessage): Promise<SendAnswer>
}

export interface UserMessage {
  readonly message: Message
  readonly to: OpenId
  /** What it is about: goods, a task. None of these texts is empty; the adapter cuts them to what the template takes. */
  readonly what: string
  /** In a word, such as 已发货. */
  readonly state: string
  /** What else there is to say. */
  readonly note: string
  /** The order's number, or the payout's. */
  readonly no: string
  readonly amountFen: Fen
  readonly atMs: number
}

export type SendAnswer =
  | { readonly kind: 'sent' }
  /** This person did not ask for it, or had what was asked for. */
  | { readonly kind: 'notWanted' }
  /** Nobody knows whether it arrived. */
  | { readonly kind: 'failed'; readonly reason: string }

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
