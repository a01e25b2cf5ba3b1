import { createHash } from 'node:crypto'
import { isFen, type OpenId, type OutRefundNo, type OutTradeNo } from '@pay/core'
import type { Notice, NoticeAnswer, RefundNotice } from '../../ports/payment-notice.ts'
import { type CloudPayAnswer, type CloudPayConfig, textField, wholeField } from './cloud-pay-api.ts'

/** What the platform says of an invocation. */
export interface NoticeOrigin {
  readonly source: unknown
  readonly openid: unknown
}

/**
 * Any user of the mini-program can call a function with a perfect imitation of WeChat's event, unless a rule closes it.
 * So: the source is exactly WeChat's, nobody's openid comes with it, every field is text of its form, and the merchant is
 * ours. Even then it is a hint only.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/open/pay/paymentCallback.html
 */
export const readNotice = (config: CloudPayConfig, event: unknown, origin: NoticeOrigin): NoticeAnswer => {
  if (origin.source !== 'wx_paycallback') return { kind: 'forged' }
  if (origin.openid !== undefined && origin.openid !== '') return { kind: 'forged' }
  const fields = isRecord(event) ? event : {}
  const strange = (field: string): NoticeAnswer => ({ kind: 'strange', field, digest: digestOf(event) })

  if (fields.returnCode !== 'SUCCESS') return strange('returnCode')
  if (textField(fields, 'subMchId') !== config.subMchId) return strange('subMchId')
  const [appId, ours] = [textField(fields, 'subAppid'), config.appId()]
  if (appId !== undefined && ours !== undefined && appId !== ours) return strange('subAppid')

  // Neither has a type; a refund has its own number, and no resultCode.
  const read = fields.outRefundNo === undefined && fields.refundId === undefined ? paymentOf(fields) : refundOf(fields)
  return typeof read === 'string' ? strange(read) : { kind: 'notice', notice: read }
}

/** A notice, or the name of the field that is not as it must be. */
type Read = Notice | string

const paymentOf = (fields: CloudPayAnswer): Read => {
  if (fields.resultCode !== 'SUCCESS') return 'resultCode'
  const currency = fields.feeType
  if (currency !== undefined && currency !== 'CNY') return 'feeType'
  const outTradeNo = numberField(fields, 'outTradeNo')
  const transactionId = numberField(fields, 'transactionId')
  const payer = textField(fields, 'subOpenid')
  const totalFen = wholeField(fields, 'totalFee')
  if (outTradeNo === undefined) return 'outTradeNo'
  if (transactionId === undefined) return 'transactionId'
  if (payer === undefined || !/^[0-9A-Za-z_-]{6,64}$/.test(payer)) return 'subOpenid'
  if (!isFen(totalFen)) return 'totalFee'
  return {
    kind: 'payment',
    rail: 'cloudPay',
    outTradeNo: outTradeNo as OutTradeNo,
    transactionId,
    payer: payer as OpenId,
    totalFen,
  }
}

const refundOf = (fields: CloudPayAnswer): Read => {
  const outTradeNo = numberField(fields, 'outTradeNo')
  const outRefundNo = numberField(fields, 'outRefundNo')
  const refundId = numberField(fields, 'refundId')
  const state = refundStates[textField(fields, 'refundStatus') ?? '']
  const totalFen = wholeField(fields, 'totalFee')
  const amountFen = wholeField(fields, 'refundFee')
  if (outTradeNo === undefined) return 'outTradeNo'
  if (outRefundNo === undefined) return 'outRefundNo'
  if (refundId === undefined) return 'refundId'
  if (state === undefined) return 'refundStatus'
  if (!isFen(totalFen)) return 'totalFee'
  if (!isFen(amountFen)) return 'refundFee'
  return {
    kind: 'refund',
    rail: 'cloudPay',
    outTradeNo: outTradeNo as OutTradeNo,
    outRefundNo: outRefundNo as OutRefundNo,
    refundId,
    totalFen,
    amountFen,
    state,
  }
}

const refundStates: Readonly<Record<string, RefundNotice['state']>> = {
  SUCCESS: 'settled',
  CHANGE: 'abnormal',
  REFUNDCLOSE: 'closed',
}

/** One of WeChat's or our numbers: text of a fixed alphabet, never an object. */
const numberField = (fields: CloudPayAnswer, name: string): string | undefined => {
  const value = textField(fields, name)
  return value !== undefined && /^[0-9A-Za-z_\-|*@]{6,64}$/.test(value) ? value : undefined
}

const isRecord = (value: unknown): value is CloudPayAnswer =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const digestOf = (event: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(event) ?? '')
    .digest('base64url')
    .slice(0, 22)
