import * as v from 'valibot'
import { action, defineContract } from '../contract/contract.ts'
import { cursorField, loginCodeField, orderNoField } from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import type { PaymentRequest } from '../payment/payment-request.ts'
import type { VerticalName } from '../verticals.ts'
import type { OrderView } from './order-view.ts'
import type { OrderState } from './transitions.ts'

export const orderStates = [
  'unpaid',
  'closing',
  'closed',
  'paid',
  'completed',
  'refunded',
] as const satisfies OrderState[]

/** The cloud function `order`: what all verticals share. Every action is about the caller's own orders. */
export const orderContract = defineContract('order', {
  list: action<Page<OrderView>>()(
    v.strictObject({
      state: v.optional(v.picklist(orderStates, 'takes an order state')),
      cursor: v.optional(cursorField),
    }),
  ),
  get: action<OrderView>()(v.strictObject({ orderNo: orderNoField })),
  /** Asks WeChat whether the money is there when we do not know it yet, then answers like `get`. */
  refresh: action<OrderView>()(v.strictObject({ orderNo: orderNoField })),
  /** Opens the same payment again, with the same outTradeNo as long as it lives. Virtual payment needs a code of `wx.login`. */
  pay: action<{ order: OrderView; payment?: PaymentRequest }, OrderRefusal>()(
    v.strictObject({ orderNo: orderNoField, loginCode: v.optional(loginCodeField) }),
  ),
  cancel: action<OrderView, OrderRefusal>()(v.strictObject({ orderNo: orderNoField })),
  /** Which subscribe messages to ask the user for, and when. Ask early: WeChat opens its question from a tap only. */
  messages: action<MessageMoments>()(v.strictObject({})),
  /** Where the caller's pictures belong. The same for ever: asked once is enough. */
  uploads: action<UploadPlace>()(v.strictObject({})),
})

/**
 * `wx.cloud.uploadFile` to a path of the client's choice below this folder; then the file id goes into `pictures` or
 * `receipt`, 3 at most. File ids of other folders, people or environments are refused as BAD_INPUT.
 */
export interface UploadPlace {
  /** Such as `evidence/7G…`, without a slash at its end. */
  readonly folder: string
}

/**
 * Moments in the life of a user at which he may be asked, such as `shop.order` when he orders, and the ids of the templates
 * to ask for: 1 to 3, as `wx.requestSubscribeMessage` takes them at once. A moment of whose messages this deployment has
 * configured none is absent.
 */
export type MessageMoments = { readonly [moment in MessageMoment]?: readonly string[] }
/** `<vertical>.<what the user does>`; each trade lists its own on the server. */
export type MessageMoment = `${VerticalName | 'owner'}.${string}`

export type OrderRefusal =
  /** The order's state has no such move; the view shows why. */
  | { readonly code: 'NOT_NOW'; readonly state: OrderState }
  /** The same requestId came before with other content. */
  | { readonly code: 'REQUEST_REUSED' }
  /** Past the moment up to which it could be paid. */
  | { readonly code: 'PAY_TIME_OVER'; readonly payUntilMs: number }
  /** Money was seen that does not fit the order: kept for a person, never booked. */
  | { readonly code: 'PAYMENT_MISMATCH'; readonly field: 'amount' | 'payer' | 'merchant' | 'currency' }
  /** Virtual payment signs with the user's session key, and none is valid: call again with a fresh code of `wx.login`. Nothing was lost. */
  | { readonly code: 'LOGIN_NEEDED' }
  /** Virtual payment opens a number once, and this one was opened and not paid: place again under a new requestId. */
  | { readonly code: 'PLACE_AGAIN' }
