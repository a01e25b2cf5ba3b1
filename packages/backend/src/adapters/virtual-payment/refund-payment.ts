import { createHash } from 'node:crypto'
import type { OutRefundNo } from '@pay/core'
import type { RefundAnswer, RefundOrder, RefundStateAnswer } from '../../ports/gateway.ts'
import type { XpayCall } from './xpay-call.ts'
import { queryXpayOrder } from './xpay-order.ts'

/** WeChat takes 8 to 32 characters of 0-9A-Za-z_- here, ours may be longer: always the same for the same refund. */
export const refundOrderIdOf = (outRefundNo: OutRefundNo): string =>
  createHash('sha256').update(`refund:${outRefundNo}`).digest('hex').slice(0, 32)

/**
 * Starts a refund. WeChat wants to hear what is left of the payment, so it is asked first: for the refund itself, which an
 * earlier try may have started, then for the payment.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_refund_order.html
 */
export const refundPayment = async (call: XpayCall, asked: RefundOrder): Promise<RefundAnswer> => {
  const { outTradeNo, outRefundNo, payer, amountFen } = asked
  const refundOrderId = refundOrderIdOf(outRefundNo)
  const before = await queryXpayOrder(call, refundOrderId, payer)
  if (before.kind === 'unknown') return before
  if (before.kind === 'order') return accepted(before.order.transactionId)

  const payment = await queryXpayOrder(call, outTradeNo, payer)
  if (payment.kind === 'unknown') return payment
  if (payment.kind === 'none') return { kind: 'refused', reason: 'WeChat has not heard of the payment' }
  const { apple, leftFen } = payment.order
  if (apple) return { kind: 'refused', reason: 'paid to Apple: only the payer can ask Apple for it' }
  if (leftFen === undefined) return { kind: 'unknown', reason: 'the answer does not say what is left' }
  if (leftFen < amountFen) return { kind: 'refused', reason: `only ${leftFen} fen are left` }

  const said = await call('refund_order', {
    openid: payer,
    order_id: outTradeNo,
    refund_order_id: refundOrderId,
    left_fee: leftFen,
    refund_fee: amountFen,
    biz_meta: outRefundNo,
    refund_reason: '0',
    req_from: '3',
  })
  if (said.kind === 'done') return accepted(said.answer.refund_wx_order_id)
  if (said.kind === 'loginNeeded') return { kind: 'unknown', reason: 'a refund needs no login' }
  if (said.kind === 'unknown') return said
  if (said.errcode === 268490004) return accepted(undefined)
  // Somebody else refunded in between: what is left is another sum now.
  return said.errcode === 268490016
    ? { kind: 'unknown', reason: said.reason }
    : { kind: 'refused', reason: said.reason }
}

/** A refund is an order of its own at WeChat, found by its own number. */
export const queryRefundOrder = async (
  call: XpayCall,
  { outRefundNo, payer }: RefundOrder,
): Promise<RefundStateAnswer> => {
  const answer = await queryXpayOrder(call, refundOrderIdOf(outRefundNo), payer)
  if (answer.kind !== 'order') return answer
  const { order } = answer
  if (!order.refund) return { kind: 'unknown', reason: 'the number is a payment’s' }
  const refundId = order.transactionId
  return { kind: refundStates[order.status] ?? 'accepted', ...(refundId === undefined ? {} : { refundId }) }
}

/** 9 and 10 are steps on the way: advertising funds and shares come back first. */
const refundStates: Readonly<Record<number, 'settled' | 'abnormal' | 'closed'>> = {
  5: 'settled',
  8: 'settled',
  7: 'abnormal',
  6: 'closed',
}

const accepted = (refundId: unknown): RefundAnswer => ({
  kind: 'accepted',
  ...(typeof refundId === 'string' && refundId !== '' ? { refundId } : {}),
})
