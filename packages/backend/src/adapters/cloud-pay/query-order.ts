import { isFen, type OpenId, type OutTradeNo } from '@pay/core'
import { parseBeijingTime } from '../../beijing-time.ts'
import type { PaymentAnswer } from '../../ports/gateway.ts'
import { ask } from './ask.ts'
import { type CloudPayAnswer, type CloudPayApi, type CloudPayConfig, textField, wholeField } from './cloud-pay-api.ts'

export const queryOrder = async (
  api: CloudPayApi,
  config: CloudPayConfig,
  outTradeNo: OutTradeNo,
): Promise<PaymentAnswer> => {
  const nonceStr = `q${outTradeNo.replace(/[^0-9A-Za-z]/g, '')}`.slice(0, 32)
  const said = await ask(() => api.queryOrder({ subMchId: config.subMchId, outTradeNo, nonceStr }))
  if (said.kind === 'unknown') return said
  if (said.kind === 'refused')
    // ORDERNOTEXIST, of which only the description is left; anything else says nothing about the payment.
    return /not ?exist|不存在/i.test(said.reason) ? { kind: 'none' } : { kind: 'unknown', reason: said.reason }

  const state = textField(said.answer, 'tradeState')
  switch (state) {
    case 'SUCCESS':
    // Paid, and some of it refunded since: the payment is what it was.
    case 'REFUND':
      return paid(said.answer, config, outTradeNo)
    case 'NOTPAY':
    case 'USERPAYING':
    // A try that failed, of a payment that can be tried again.
    case 'PAYERROR':
      return { kind: 'open' }
    case 'CLOSED':
    case 'REVOKED':
      return { kind: 'closed' }
    default:
      return { kind: 'unknown', reason: `tradeState ${state}` }
  }
}

/** Matches field by field. The amount is `totalFee`: `cashFee` is smaller when WeChat gave the payer a coupon. */
const paid = (answer: CloudPayAnswer, config: CloudPayConfig, outTradeNo: OutTradeNo): PaymentAnswer => {
  const saw = (name: string) => textField(answer, name) ?? 'nothing'
  if (saw('outTradeNo') !== outTradeNo) return { kind: 'mismatch', field: 'number', saw: saw('outTradeNo') }
  if (saw('subMchId') !== config.subMchId) return { kind: 'mismatch', field: 'merchant', saw: saw('subMchId') }
  const [appId, ours] = [textField(answer, 'subAppid'), config.appId()]
  if (appId !== undefined && ours !== undefined && appId !== ours)
    return { kind: 'mismatch', field: 'merchant', saw: appId }
  const currency = textField(answer, 'feeType')
  if (currency !== undefined && currency !== 'CNY') return { kind: 'mismatch', field: 'currency', saw: currency }

  const payer = textField(answer, 'subOpenid')
  const transactionId = textField(answer, 'transactionId')
  const totalFen = wholeField(answer, 'totalFee')
  const paidAtMs = parseBeijingTime(saw('timeEnd'))
  if (payer === undefined || transactionId === undefined || !isFen(totalFen) || paidAtMs === undefined)
    return { kind: 'unknown', reason: 'paid, but the answer lacks payer, transaction, amount or time' }
  return { kind: 'paid', payer: payer as OpenId, payment: { transactionId, totalFen, paidAtMs } }
}
