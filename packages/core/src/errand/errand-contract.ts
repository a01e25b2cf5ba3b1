import * as v from 'valibot'
import { action, defineContract, type TextRefusal } from '../contract/contract.ts'
import {
  cursorField,
  fenField,
  freeTextField,
  neededTextField,
  orderNoField,
  phoneField,
  picturesField,
  requestIdField,
} from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import type { PlacedOrder } from '../contract/placed-order.ts'
import { mostOrderFen } from '../money/order-range.ts'
import type { OrderRefusal } from '../order/order-contract.ts'
import type { OrderView } from '../order/order-view.ts'
import type { CancelTerms } from './cancel.ts'
import type { ErrandEventRefusal } from './errand-event.ts'
import type { HallTask } from './hall.ts'
import { errandKinds } from './kinds.ts'
import type { ErrandPriceRefusal } from './price-errand.ts'
import type { QuoteRefusal, SignedQuote } from './quote.ts'
import type { RunnerRefusal } from './runner/apply.ts'
import type { PayoutRefusal } from './runner/payouts.ts'
import type { EarningsView, RunnerView } from './runner/runner-view.ts'
import type { SlotRefusal } from './runner/slots.ts'
import type { RunnerTask } from './runner-task.ts'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger('takes a whole number'), v.minValue(least), v.maxValue(most))
const degrees = (most: number) =>
  v.pipe(v.number('takes degrees'), v.finite('takes degrees'), v.minValue(-most), v.maxValue(most))
const point = { lat: degrees(90), lng: degrees(180) }
const place = {
  ...point,
  address: neededTextField(120),
  door: v.optional(freeTextField(60), ''),
  name: neededTextField(30),
  phone: phoneField,
}
const terms = {
  kind: v.picklist(errandKinds, 'takes fetch, send, buy or do'),
  weightKg: v.optional(whole(0, 1000), 0),
  wantedAtMs: v.optional(whole(0, 9_999_999_999_999)),
  declaredFen: v.optional(fenField(0, mostOrderFen), 0),
  tipFen: v.optional(fenField(0, mostOrderFen), 0),
  goodsFen: v.optional(fenField(0, mostOrderFen), 0),
}
const fee = fenField(0, mostOrderFen)
const signedQuote = v.strictObject({
  distanceM: whole(0, 100_000_000),
  price: v.strictObject({
    baseFen: fee,
    distanceFen: fee,
    weightFen: fee,
    slotFen: fee,
    valueFen: fee,
    feeFen: fee,
    tipFen: fee,
    goodsFen: fee,
    totalFen: fee,
  }),
  commissionBp: whole(0, 10_000),
  expiresAtMs: whole(0, 9_999_999_999_999),
  signature: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{20,100}$/, 'takes the signature of the quote')),
})
const code = v.pipe(v.string(), v.regex(/^[0-9]{4}$/, 'takes 4 digits'))
const byOrder = v.strictObject({ orderNo: orderNoField })
const trouble = v.strictObject({ orderNo: orderNoField, why: neededTextField(200), pictures: picturesField })
const stars = v.strictObject({
  orderNo: orderNoField,
  stars: whole(1, 5),
  words: v.optional(freeTextField(100), ''),
})

type Of<T> = T | OrderRefusal | ErrandEventRefusal

/** The cloud function `errand`, for those who need help and those who run. Prices and distances are the server's. */
export const errandContract = defineContract('errand', {
  /** A price for these terms, signed: good for `publish` until it expires. */
  quote: action<SignedQuote, ErrandPriceRefusal>()(
    v.strictObject({ ...terms, from: v.optional(v.strictObject(point)), to: v.strictObject(point) }),
  ),
  /** Inserts the order and asks WeChat for the prepay: one call. Once it is paid the task is in the hall. */
  publish: action<PlacedOrder, OrderRefusal | QuoteRefusal | TextRefusal>()(
    v.strictObject({
      requestId: requestIdField,
      ...terms,
      from: v.optional(v.strictObject(place)),
      to: v.strictObject(place),
      what: neededTextField(300),
      pictures: picturesField,
      quote: signedQuote,
    }),
  ),
  /** More tip while nobody has taken it: a payment of its own. */
  addTip: action<PlacedOrder, Of<{ readonly code: 'TIP_TOO_HIGH'; readonly mostFen: number }>>()(
    v.strictObject({ requestId: requestIdField, orderNo: orderNoField, tipFen: fenField(1, mostOrderFen) }),
  ),
  /** 帮买: the difference that the runner asked for: a payment of its own. */
  payGoods: action<PlacedOrder, Of<never>>()(v.strictObject({ requestId: requestIdField, orderNo: orderNoField })),
  /** What cancelling would cost at this moment. */
  cancelPreview: action<CancelTerms, Of<never>>()(byOrder),
  /** `toldFen`: the fee as the preview told it. */
  cancel: action<OrderView, Of<never>>()(v.strictObject({ orderNo: orderNoField, toldFen: fenField(0, mostOrderFen) })),
  confirm: action<OrderView, Of<never>>()(byOrder),
  dispute: action<OrderView, Of<TextRefusal>>()(trouble),
  rateRunner: action<OrderView, Of<TextRefusal>>()(stars),

  /** Asking again with the same facts is asking once. */
  apply: action<RunnerView, RunnerRefusal>()(v.strictObject({ name: neededTextField(30), phone: phoneField })),
  /** The caller as a runner; NOT_FOUND for who never applied. */
  me: action<RunnerView>()(v.strictObject({})),
  /** Open tasks around a place, newest first. For everybody: it shows nothing that is anybody's business. */
  hall: action<Page<HallTask>>()(v.strictObject({ at: v.strictObject(point), cursor: v.optional(cursorField) })),
  take: action<RunnerTask, SlotRefusal | ErrandEventRefusal>()(byOrder),
  task: action<RunnerTask>()(byOrder),
  myTasks: action<Page<RunnerTask>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  askGoods: action<RunnerTask, ErrandEventRefusal>()(
    v.strictObject({ orderNo: orderNoField, goodsFen: fenField(1, mostOrderFen) }),
  ),
  pickUp: action<RunnerTask, ErrandEventRefusal | CodeRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      /** Only where somebody hands something over: what is bought, or done, has no code. */
      code: v.optional(v.union([v.literal(''), code]), ''),
      /** 帮买: what was spent. */
      goodsFen: v.optional(fenField(0, mostOrderFen), 0),
      receipt: picturesField,
    }),
  ),
  deliver: action<RunnerTask, ErrandEventRefusal | CodeRefusal>()(v.strictObject({ orderNo: orderNoField, code })),
  /** Answers nothing more of the task: it is no longer the caller's. */
  drop: action<{ readonly dropped: true }, ErrandEventRefusal | TextRefusal>()(
    v.strictObject({ orderNo: orderNoField, why: neededTextField(100) }),
  ),
  reportTrouble: action<RunnerTask, ErrandEventRefusal | TextRefusal>()(trouble),
  rateBuyer: action<RunnerTask, ErrandEventRefusal | TextRefusal>()(stars),
  earnings: action<EarningsView>()(v.strictObject({})),
  /** The same requestId is the same payout. */
  withdraw: action<EarningsView, PayoutRefusal>()(
    v.strictObject({ requestId: requestIdField, amountFen: fenField(1, mostOrderFen) }),
  ),
})

/** `left`: tries before the next pause; `pausedUntilMs`: this was the last of them. */
export type CodeRefusal = {
  readonly code: 'WRONG_CODE'
  readonly left: number
  readonly pausedUntilMs?: number
}
