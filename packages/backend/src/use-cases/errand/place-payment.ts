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
import { insertOrder } from '../order/insert-order.ts'
import { paymentBody } from '../order/payment-body.ts'
import { preparePayment } from '../order/prepare-payment.ts'

/**
 * Order inserted with its payment attempt → prepay: one call from the client. A retry with the same requestId finds the
 * same order and goes on from where it is, even when the same could not be placed any more now.
 */
export const placePayment = async <R extends Refusal>(
  deps: Deps,
  asked: { readonly requestId: RequestId; readonly requestDigest: string },
  toPay: Result<{ readonly detail: Detail; readonly totalFen: Fen; readonly title: string }, R>,
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
            body: paymentBody([toPay.value.title]),
            clientIp: caller.clientIp,
            nonce: deps.ids.nonce(),
          },
          deps.clock.nowMs(),
        ),
      )
    : await placedBefore(deps, orderNo, asked.requestDigest, toPay)
  if (!order.ok) return order

  const prepared = await preparePayment(deps, order.value, untilMs)
  if (!prepared.ok) return prepared as Err<R | OrderRefusal>
  const { order: placed, payment } = prepared.value
  const view = viewOrder(placed, 'buyer', deps.clock.nowMs())
  return ok({ order: view, ...(payment === undefined ? {} : { payment }) })
}

const placedBefore = async <R extends Refusal>(
  deps: Deps,
  orderNo: Order['orderNo'],
  requestDigest: string,
  refused: Err<R>,
): Promise<Result<Order, R>> => {
  const order = await deps.orders.get(orderNo)
  return order?.requestDigest === requestDigest ? ok(order) : refused
}
