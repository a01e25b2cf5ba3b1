import { type Fen, isFen, type OpenId } from '@pay/core'
import type { Unknown } from '../../ports/gateway.ts'
import { PortError } from '../../ports/port-error.ts'
import type { WeChatAnswer } from './send-json.ts'
import { isUnheardOf, type XpayCall } from './xpay-call.ts'

/**
 * An order or a refund as query_order tells it, in our words.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_order.html
 */
export interface XpayOrder {
  readonly orderId: string
  readonly status: number
  readonly refund: boolean
  /** Paid to Apple: only Apple gives it back. */
  readonly apple: boolean
  readonly env: 0 | 1 | undefined
  readonly feeFen: Fen
  readonly leftFen: Fen | undefined
  readonly createdAtMs: number
  readonly paidAtMs: number | undefined
  /** The number on the payer's receipt where WeChat Pay took the money, else virtual payment's own. */
  readonly transactionId: string | undefined
}

export type OrderAnswer = { readonly kind: 'order'; readonly order: XpayOrder } | { readonly kind: 'none' } | Unknown

export const queryXpayOrder = async (call: XpayCall, orderId: string, payer: OpenId): Promise<OrderAnswer> => {
  const said = await call('query_order', { openid: payer, order_id: orderId })
  if (said.kind === 'loginNeeded') throw new PortError('virtualPayment', 'a query needs no login')
  if (said.kind === 'unknown') return said
  if (said.kind === 'refused') return isUnheardOf(said) ? { kind: 'none' } : { kind: 'unknown', reason: said.reason }
  const order = orderOf((said.answer.order ?? {}) as WeChatAnswer)
  return order === undefined
    ? { kind: 'unknown', reason: 'the answer has no order of a known form' }
    : { kind: 'order', order }
}

const orderOf = (fields: WeChatAnswer): XpayOrder | undefined => {
  const { order_id: orderId, status, order_type: type = 0, order_fee: fee, left_fee: left, env_type: env } = fields
  if (typeof orderId !== 'string' || typeof status !== 'number' || typeof type !== 'number') return undefined
  const amount = type === 1 || type === 8 ? (fields.refund_fee ?? fee) : fee
  if (!isFen(amount)) return undefined
  return {
    orderId,
    status,
    refund: type === 1 || type === 8,
    apple: type === 7 || type === 8,
    // 1 and 2 here, 0 and 1 everywhere else.
    env: env === 1 ? 0 : env === 2 ? 1 : undefined,
    feeFen: amount,
    leftFen: isFen(left) ? left : undefined,
    createdAtMs: momentOf(fields.create_time) ?? 0,
    paidAtMs: momentOf(fields.paid_time),
    transactionId: [fields.wxpay_order_id, fields.wx_order_id].find(
      (number): number is string => typeof number === 'string' && number !== '',
    ),
  }
}

const momentOf = (seconds: unknown): number | undefined =>
  typeof seconds === 'number' && Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1_000 : undefined
