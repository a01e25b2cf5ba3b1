import type { PaymentRequest } from '@pay/core'
import type { Prepay, PrepayAnswer } from '../../ports/gateway.ts'
import type { AccessToken } from './access-token.ts'
import type { VirtualPaymentParts } from './config.ts'
import { liveSession } from './live-session.ts'
import { queryPayment } from './query-payment.ts'
import { paySigOf, userSignatureOf } from './sign.ts'
import type { XpayCall } from './xpay-call.ts'

/** Younger than this, the number cannot have been opened and given up: there is nothing to ask WeChat about. */
const freshMs = 10_000

/**
 * Virtual payment has no prepay: the phone hands our signed text to WeChat, which makes the order then. A number can be
 * opened once only, so one that may have been opened is asked about first.
 * https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestVirtualPayment.html
 */
export const signPayment = async (
  call: XpayCall,
  parts: VirtualPaymentParts,
  token: AccessToken,
  asked: Prepay,
): Promise<PrepayAnswer> => {
  const { attempt, payer, orderNo } = asked
  const { signed, clock } = parts
  const nowMs = clock.nowMs()
  const session = await liveSession(parts, token, payer)
  if (session === undefined) return { kind: 'loginNeeded' }

  if (nowMs - attempt.createdAtMs > freshMs) {
    const known = await queryPayment(call, parts, attempt.outTradeNo, payer)
    if (known.kind === 'open') return { kind: 'usedUp' }
    if (known.kind === 'unknown') return known
    if (known.kind !== 'none') return { kind: 'refused', reason: known.kind }
  }
  // Before it leaves the server: what WeChat may come to know of is in this book first.
  await signed.record({
    outTradeNo: attempt.outTradeNo,
    orderNo,
    payer,
    amountFen: attempt.amountFen,
    signedAtMs: nowMs,
    nextCheckMs: nowMs + firstCheckMs,
  })
  return { kind: 'ready', payment: requestOf(parts, asked, session.sessionKey) }
}

/** After the order's own time to be paid and to be closed. */
const firstCheckMs = 3 * 3_600_000

const requestOf = (
  { config, saleOf }: VirtualPaymentParts,
  { attempt, orderNo }: Prepay,
  sessionKey: string,
): PaymentRequest => {
  const { amountFen, outTradeNo } = attempt
  const sale = saleOf(amountFen)
  const goods = sale.kind === 'goods' ? { productId: sale.productId, goodsPrice: amountFen } : {}
  const signData = JSON.stringify({
    offerId: config.offerId,
    buyQuantity: sale.kind === 'goods' ? 1 : sale.coins,
    env: config.env,
    currencyType: 'CNY',
    ...goods,
    outTradeNo,
    attach: orderNo,
  })
  return {
    rail: 'virtualPayment',
    mode: sale.kind === 'goods' ? 'short_series_goods' : 'short_series_coin',
    signData,
    paySig: paySigOf(config.appKey, 'requestVirtualPayment', signData),
    signature: userSignatureOf(sessionKey, signData),
  }
}
