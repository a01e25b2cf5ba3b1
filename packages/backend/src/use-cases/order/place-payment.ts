import {
  type Detail,
  type Err,
  type Fen,
  type Order,
  type OrderRefusal,
  ok,
  type PlacedOrder,
  placeOrder,
  type Refusal,
  type RequestId,
  type Result,
  viewOrder,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { orderNoFor } from '../../order-no.ts'
import type { Call } from '../../serve/call.ts'
import { insertOrder } from './insert-order.ts'
import { logIn } from './log-in.ts'
import { paymentBody } from './payment-body.ts'
import { preparePayment } from './prepare-payment.ts'

/**
 * Order inserted with its payment attempt → what it needs held → prepay: one call from the client, the same for every
 * vertical. A retry with the same requestId finds the same order and goes on from where it is, even when the same could
 * not be placed any more now.
 */
export const placePayment = async <R extends Refusal>(
  deps: Deps,
  { loginCode, ...asked }: PlaceRequest,
  toPay: Result<ToPay, R>,
  { caller, untilMs }: Call,
): Promise<Result<PlacedOrder, R | OrderRefusal>> => {
  const orderNo = orderNoFor(caller.openid, asked.requestId)
  const order = toPay.ok
    ? await insertOrder(
        deps,
        placeOrder(
          {
            ...asked,
            orderNo,
            buyer: caller.openid,
            detail: toPay.value.detail,
            totalFen: toPay.value.totalFen,
            body: paymentBody(toPay.value.titles),
            clientIp: caller.clientIp,
            nonce: deps.ids.nonce(),
          },
          deps.clock.nowMs(),
        ),
      )
    : await placedBefore(deps, orderNo, asked.requestDigest, toPay)
  if (!order.ok) return order

  await logIn(deps, order.value, loginCode)
  const prepared = await preparePayment(deps, order.value, untilMs)
  if (!prepared.ok) return prepared as Err<R | OrderRefusal>
  const { order: placed, payment } = prepared.value
  const view = viewOrder(placed, 'buyer', deps.clock.nowMs())
  return ok({ order: view, ...(payment === undefined ? {} : { payment }) })
}

export interface PlaceRequest {
  readonly requestId: RequestId
  /** Of what was asked: the same requestId with other content is refused. */
  readonly requestDigest: string
  /** A code of `wx.login`, for the rail that signs with the buyer's session. */
  readonly loginCode?: string | undefined
}

export interface ToPay {
  readonly detail: Detail
  readonly totalFen: Fen
  /** What the payer reads at the cashier: the first one, and how many there are. */
  readonly titles: readonly string[]
}

/** What cannot be placed now may have been placed by the first try of this very request. */
const placedBefore = async <R extends Refusal>(
  deps: Deps,
  orderNo: Order['orderNo'],
  requestDigest: string,
  refused: Err<R>,
): Promise<Result<Order, R>> => {
  const order = await deps.orders.get(orderNo)
  return order?.requestDigest === requestDigest ? ok(order) : refused
}
