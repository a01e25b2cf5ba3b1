import type { PaymentRequest } from '@pay/core'
import { beijingTime } from '../../beijing-time.ts'
import type { Prepay, PrepayAnswer } from '../../ports/gateway.ts'
import { ask } from './ask.ts'
import { type CloudPayAnswer, type CloudPayApi, type CloudPayConfig, textField } from './cloud-pay-api.ts'

/** Asks for the prepay. Everything that WeChat compares on a repeat comes from the attempt, where it is frozen. */
export const unifiedOrder = async (api: CloudPayApi, config: CloudPayConfig, asked: Prepay): Promise<PrepayAnswer> => {
  const { attempt, payer } = asked
  const said = await ask(() =>
    api.unifiedOrder({
      functionName: config.noticeFunction,
      envId: config.envId(),
      subMchId: config.subMchId,
      nonceStr: attempt.prepay.nonce,
      body: attempt.prepay.body,
      outTradeNo: attempt.outTradeNo,
      totalFee: attempt.amountFen,
      spbillCreateIp: attempt.prepay.clientIp,
      tradeType: 'JSAPI',
      // Named, although the caller is the default: housekeeping and other functions have no caller.
      subOpenid: String(payer),
      timeStart: beijingTime(attempt.createdAtMs),
      timeExpire: beijingTime(attempt.prepay.expiresAtMs),
      // Comes back in the notice, the query and the bill: tells our payments from others of the same merchant.
      attach: config.envId(),
    }),
  )
  if (said.kind !== 'done') return said
  const payment = paymentOf(said.answer)
  return payment === undefined
    ? { kind: 'unknown', reason: 'the answer has no payment parameters' }
    : { kind: 'ready', payment }
}

const paymentOf = (answer: CloudPayAnswer): PaymentRequest | undefined => {
  const payment = (answer.payment ?? {}) as CloudPayAnswer
  const [timeStamp, nonceStr, prepay, signType, paySign] = [
    'timeStamp',
    'nonceStr',
    'package',
    'signType',
    'paySign',
  ].map((name) => textField(payment, name))
  if (timeStamp === undefined || nonceStr === undefined || prepay === undefined || paySign === undefined)
    return undefined
  if (signType !== 'MD5' && signType !== 'HMAC-SHA256' && signType !== 'RSA') return undefined
  return { rail: 'cloudPay', timeStamp, nonceStr, package: prepay, signType, paySign }
}
