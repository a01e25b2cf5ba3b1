import { createHash } from 'node:crypto'
import { type Fen, isFen, type OpenId, type OutTradeNo } from '@pay/core'
import type { Push } from '../../ports/push.ts'
import type { VirtualPaymentConfig } from './config.ts'

/** What the platform says of an invocation. */
export interface PushOrigin {
  readonly source: unknown
}

/**
 * Messages that WeChat pushes to a function. No document says what SOURCE such a call has, only what clients, timers, HTTP
 * and other functions have: whoever comes by one of those is not WeChat. All the rest is a hint, believed when WeChat is asked.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/virtual-payment.html
 */
export const readPush = (config: Pick<VirtualPaymentConfig, 'env'>, event: unknown, origin: PushOrigin): Push => {
  if (isSomebodyElse(origin.source)) return { kind: 'forged' }
  const fields = isRecord(event) ? event : {}
  const strange = (field: string): Push => ({ kind: 'strange', field, digest: digestOf(event) })
  if (fields.MsgType !== 'event') return strange('MsgType')
  switch (fields.Event) {
    case 'xpay_goods_deliver_notify':
      return paymentOf(fields, 'GoodsInfo', config) ?? strange('payment')
    case 'xpay_coin_pay_notify':
      return paymentOf(fields, 'CoinInfo', config) ?? strange('payment')
    case 'xpay_refund_notify':
      return refundOf(fields) ?? strange('refund')
    case 'xpay_subscribe_ios_refund_query_notify':
      return { kind: 'appleAsks' }
    case 'xpay_complaint_notify':
    case 'xpay_wxpay_callback_notify':
      return { kind: 'forPerson', event: fields.Event, digest: digestOf(event), facts: factsOf(fields) }
    default:
      return strange('Event')
  }
}

const isSomebodyElse = (source: unknown): boolean =>
  String(source ?? '')
    .split(',')
    .some((part) => others.has(part))

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html */
const others: ReadonlySet<string> = new Set([
  'wx_client',
  'wx_devtools',
  'wx_http',
  'wx_trigger',
  'wx_paycallback',
  'wx_crawler',
  'wx_localdebug',
  'scf',
])

type Fields = Readonly<Record<string, unknown>>

/** Coins that are spent may be told as well as coins that are bought: the mark on our number is taken off. */
const paymentOf = (fields: Fields, info: string, { env }: Pick<VirtualPaymentConfig, 'env'>): Push | undefined => {
  const outTradeNo = outTradeNoOf(fields.OutTradeNo)
  const payer = openidOf(fields.OpenId)
  if (outTradeNo === undefined || payer === undefined || fields.Env !== env) return undefined
  const { TransactionId } = isRecord(fields.WeChatPayInfo) ? fields.WeChatPayInfo : {}
  const { ActualPrice } = isRecord(fields[info]) ? (fields[info] as Fields) : {}
  return {
    kind: 'payment',
    outTradeNo,
    payer,
    // Absent where somebody else than WeChat Pay took the money.
    transactionId: typeof TransactionId === 'string' ? TransactionId.slice(0, 64) : '',
    totalFen: isFen(ActualPrice) ? ActualPrice : (0 as Fen),
  }
}

const refundOf = (fields: Fields): Push | undefined => {
  const outTradeNo = outTradeNoOf(fields.MchOrderId)
  const payer = openidOf(fields.OpenId)
  return outTradeNo === undefined || payer === undefined ? undefined : { kind: 'refund', outTradeNo, payer }
}

const outTradeNoOf = (value: unknown): OutTradeNo | undefined =>
  typeof value === 'string' && /^[0-9A-Za-z_\-|*@]{8,32}$/.test(value)
    ? (value.replace(/^([0-9A-Z]{26}-[1-9][0-9]?)c$/, '$1') as OutTradeNo)
    : undefined

const openidOf = (value: unknown): OpenId | undefined =>
  typeof value === 'string' && /^[0-9A-Za-z_-]{6,64}$/.test(value) ? (value as OpenId) : undefined

/** Numbers that a person needs to find the case; no openid, no free text of a stranger. */
const factsOf = (fields: Fields): Readonly<Record<string, string | number>> => {
  const facts: Record<string, string | number> = {}
  for (const name of ['MchOrderId', 'ComplaintId', 'EventType', 'BusinessCode', 'BusinessState', 'BusinessTime']) {
    const value = fields[name]
    if (typeof value === 'string' && value !== '') facts[name] = value.slice(0, 64)
  }
  return facts
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Without what changes from one repeat to the next. */
const digestOf = (event: unknown): string => {
  const { CreateTime: _, RetryTimes: __, ...rest } = isRecord(event) ? event : {}
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 22)
}
