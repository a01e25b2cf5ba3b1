import {
  type Err,
  err,
  newTip,
  type Order,
  type OrderRefusal,
  ok,
  type ParsedOf,
  type PlacedOrder,
  placeOrder,
  type Refusal,
  type Result,
  type TipDetail,
  type TipRefusal,
  type tipContract,
  viewOrder,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import { orderNoFor } from '../../order-no.ts'
import type { Call } from '../../serve/call.ts'
import { insertOrder } from '../order/insert-order.ts'
import { logIn } from '../order/log-in.ts'
import { paymentBody } from '../order/payment-body.ts'
import { preparePayment } from '../order/prepare-payment.ts'
import { checkWords } from './check-message.ts'
import { tipPortsOf } from './tip-ports.ts'

type Input = ParsedOf<typeof tipContract, 'placeOrder'>

/**
 * Creator read and words checked → order inserted → the giver's session renewed → payment signed: one call from the client.
 * A retry with the same requestId finds the same order; the code of `wx.login` may be another one, it is not part of what
 * was asked.
 */
export const placeTip = async (
  deps: Deps,
  input: Input,
  { caller, untilMs }: Call,
): Promise<Result<PlacedOrder, TipRefusal | OrderRefusal>> => {
  const { requestId, loginCode, ...asked } = input
  const orderNo = orderNoFor(caller.openid, requestId)
  const requestDigest = digestOf({ tip: asked })
  const detail = await quoteTip(deps, asked, caller.openid)

  const order = detail.ok
    ? await insertOrder(
        deps,
        placeOrder(
          {
            orderNo,
            buyer: caller.openid,
            requestId,
            requestDigest,
            detail: detail.value,
            totalFen: detail.value.amountFen,
            body: paymentBody([`赞赏 ${detail.value.creatorName}`]),
            clientIp: caller.clientIp,
            nonce: deps.ids.nonce(),
          },
          deps.clock.nowMs(),
        ),
      )
    : await placedBefore(deps, orderNo, requestDigest, detail)
  if (!order.ok) return order

  await logIn(deps, order.value, loginCode)
  const prepared = await preparePayment(deps, order.value, untilMs)
  if (!prepared.ok) return prepared as Err<OrderRefusal>
  const { order: placed, payment } = prepared.value
  const view = viewOrder(placed, 'buyer', deps.clock.nowMs())
  return ok({ order: view, ...(payment === undefined ? {} : { payment }) })
}

/** What was said must not be shown unread; but WeChat's silence is no reason to turn a gift away. */
const quoteTip = async (
  deps: Deps,
  asked: Omit<Input, 'requestId' | 'loginCode'>,
  writer: Order['buyer'],
): Promise<Result<TipDetail, TipRefusal>> => {
  const [creator, verdict] = await Promise.all([
    tipPortsOf(deps).creators.get(asked.creatorId),
    checkWords(deps, asked, writer),
  ])
  if (verdict === 'hidden') return err({ code: 'MESSAGE_REFUSED' })
  return newTip(creator, asked, verdict === 'unknown' ? 'unchecked' : verdict)
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
