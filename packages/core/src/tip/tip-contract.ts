import * as v from 'valibot'
import { action, defineContract } from '../contract/contract.ts'
import {
  cursorField,
  fenField,
  freeTextField,
  loginCodeField,
  neededTextField,
  orderNoField,
  recordIdField,
  requestIdField,
} from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import type { PlacedOrder } from '../contract/placed-order.ts'
import type { OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { OrderRefusal } from '../order/order-contract.ts'
import type { OrderView } from '../order/order-view.ts'
import type { TipRefusal } from './ask-tip.ts'
import type { Leader } from './board.ts'
import type { Creator, CreatorView } from './creator.ts'
import type { TipEventRefusal } from './tip-event.ts'
import { leastTipFen, mostTipFen } from './tip-sale.ts'

/**
 * The cloud function `tip`. Virtual payment signs with the user's session key, which only a fresh code of `wx.login` brings
 * to the server: `loginCode` goes with `placeOrder`, and with `order.pay`. Without one the last known key is used; when
 * there is none, or WeChat says that it is over, the answer is LOGIN_NEEDED: get a code, call again, nothing is lost.
 */
export const tipContract = defineContract('tip', {
  /** Who has a page here, in the owner's order; also who takes nothing at present. */
  listCreators: action<Page<CreatorView>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  /** A creator's page in one call: who it is, what can be given, what was given, who gave most. */
  getCreator: action<CreatorPage>()(v.strictObject({ creatorId: recordIdField })),
  /** What was given to a creator, newest first. */
  listTips: action<Page<ShownTip>>()(v.strictObject({ creatorId: recordIdField, cursor: v.optional(cursorField) })),
  /** The 50 who gave most. */
  listLeaders: action<readonly Leader[]>()(v.strictObject({ creatorId: recordIdField })),
  /** Inserts the order and signs the payment: one call. A retry with the same requestId finds the same order. */
  placeOrder: action<PlacedOrder, TipRefusal | OrderRefusal>()(
    v.strictObject({
      requestId: requestIdField,
      creatorId: recordIdField,
      amountFen: fenField(leastTipFen, mostTipFen),
      message: v.optional(freeTextField(50), ''),
      giverName: v.optional(freeTextField(20), ''),
      anonymous: v.optional(v.boolean('takes true or false'), false),
      loginCode: v.optional(loginCodeField),
    }),
  ),
  /** The caller's own tips that were given, newest first. Those still to be paid are in `order.list`. */
  mine: action<Page<MyTip>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  /** Coins of the caller that are not spent: a tip in coins whose spending waits for a login. */
  coins: action<{ readonly coins: number }, { readonly code: 'LOGIN_NEEDED' }>()(
    v.strictObject({ loginCode: v.optional(loginCodeField) }),
  ),
})

/** What the owner does about tips; part of the function `owner`. */
export const tipOwnerActions = {
  /** The creators as the owner wrote them, the thanks included. */
  listAllCreators: action<Page<Creator>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  putCreator: action<Creator, { readonly code: 'CREATOR_FAULTY'; readonly fields: readonly string[] }>()(
    v.strictObject({
      creatorId: recordIdField,
      name: neededTextField(30),
      avatar: freeTextField(2_000),
      intro: freeTextField(200),
      thanks: neededTextField(100),
      open: v.boolean('takes true or false'),
      pointsFen: v.pipe(v.array(fenField(leastTipFen, mostTipFen)), v.maxLength(6, 'takes 6 points at most')),
      custom: v.optional(
        v.strictObject({ leastFen: fenField(leastTipFen, mostTipFen), mostFen: fenField(leastTipFen, mostTipFen) }),
      ),
    }),
  ),
  /** Messages that WeChat is not sure about, oldest first. */
  listMessages: action<Page<OrderView>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  judgeMessage: action<OrderView, TipEventRefusal | OrderRefusal>()(
    v.strictObject({ orderNo: orderNoField, show: v.boolean('takes true or false') }),
  ),
  /** The whole tip goes back. What was paid through Apple can only be asked back from Apple, by the payer. */
  giveBackTip: action<OrderView, TipEventRefusal | OrderRefusal>()(v.strictObject({ orderNo: orderNoField })),
}

export interface CreatorPage {
  readonly creator: CreatorView
  /** Of all tips that count. */
  readonly totalFen: Fen
  readonly tips: number
  readonly recent: readonly ShownTip[]
  /** The first ten. */
  readonly leaders: readonly Leader[]
}

/** A tip as everybody may see it. */
export interface ShownTip {
  /** Absent: anonymous, or not to be shown. */
  readonly name?: string
  readonly amountFen: Fen
  /** Absent: none, or not to be shown. */
  readonly message?: string
  readonly atMs: number
}

export interface MyTip {
  readonly orderNo: OrderNo
  readonly creatorId: string
  readonly creatorName: string
  readonly amountFen: Fen
  /** 0: it went back. */
  readonly countedFen: Fen
  readonly atMs: number
}
