import {
  type Err,
  err,
  newShopDetail,
  type Order,
  type OrderRefusal,
  ok,
  type ParsedOf,
  type PlacedOrder,
  type PriceRefusal,
  placeOrder,
  type Refusal,
  type Result,
  type shopContract,
  viewOrder,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import { orderNoFor } from '../../order-no.ts'
import type { Call } from '../../serve/call.ts'
import { insertOrder } from '../order/insert-order.ts'
import { paymentBody } from '../order/payment-body.ts'
import { preparePayment } from '../order/prepare-payment.ts'
import { priceAsked } from './price-asked.ts'

type Input = ParsedOf<typeof shopContract, 'placeOrder'>

/**
 * Prices read → order inserted with its payment attempt → stock and coupons held → prepay: one call from the client, and
 * for the database 2 requests and 1 per line and coupon. A retry with the same requestId finds the same order and goes on
 * from where it is.
 */
export const placeShopOrder = async (
  deps: Deps,
  input: Input,
  { caller, untilMs }: Call,
): Promise<Result<PlacedOrder, PriceRefusal | OrderRefusal>> => {
  const { requestId, lines, remark, couponIds, address } = input
  const orderNo = orderNoFor(caller.openid, requestId)
  const requestDigest = digestOf({ lines, remark, couponIds, address })
  const quote = await priceAsked(deps, input)
  const refusal = quote.ok ? (quote.value.orderable ? undefined : err({ code: 'ADDRESS_NEEDED' })) : quote

  const order =
    quote.ok && refusal === undefined
      ? await insertOrder(
          deps,
          placeOrder(
            {
              orderNo,
              buyer: caller.openid,
              requestId,
              requestDigest,
              detail: newShopDetail(quote.value, remark, address),
              totalFen: quote.value.price.totalFen,
              body: paymentBody(quote.value.lines.map((line) => line.title)),
              clientIp: caller.clientIp,
              nonce: deps.ids.nonce(),
            },
            deps.clock.nowMs(),
          ),
        )
      : // What cannot be sold now may have been placed by the first try of this very request.
        await placedBefore(deps, orderNo, requestDigest, refusal as Err<PriceRefusal>)
  if (!order.ok) return order

  const prepared = await preparePayment(deps, order.value, untilMs)
  if (!prepared.ok) return prepared as Err<PriceRefusal | OrderRefusal>
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
