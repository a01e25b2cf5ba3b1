import { payRefusal } from '../pay/book/pay-trade.ts'
import type { Trade } from '../pay/book/types.ts'
import type { PayService } from '../pay/pay-service.ts'
import { paySignOf, type SignType } from '../pay/sign-v2.ts'
import type { EmulatorContext } from '../service.ts'
import type { User } from '../users/users.ts'

/** What a phone shows after `wx.requestPayment`: the order, or why it may not be paid. */
export interface PaymentRequest {
  readonly requestId: string
  readonly user: User
  readonly appid: string
  readonly prepayId: string
  readonly trade?: Trade
  /** In Chinese, as the cashier says it. */
  readonly refusal?: string
  /** What the mini-program was told; absent while the cashier is open, and for ever after "never come back". */
  errMsg?: string
  paid: boolean
  passwordTries: number
}

/** Checks the parameters as WeChat does before it opens the cashier: signature first, then the order behind them. */
export const openRequest = (
  context: EmulatorContext,
  pay: PayService,
  user: User,
  params: Readonly<Record<string, unknown>>,
  requestId: string,
): PaymentRequest => {
  const appid = typeof params.appId === 'string' ? params.appId : context.options.appid
  const prepayId = String(params.package ?? '').replace(/^prepay_id=/, '')
  const request = { requestId, user, appid, prepayId, paid: false, passwordTries: 0 }
  const refusal = paramsRefusal(pay, params, appid)
  if (refusal !== undefined) return { ...request, refusal }
  const refused = payRefusal(pay.book, { prepayId, openid: user.openid, appid }, context.clock.now())
  const trade = pay.book.byPrepayId.get(prepayId)
  return {
    ...request,
    ...(trade === undefined ? {} : { trade }),
    ...(refused === undefined ? {} : { refusal: refused.message }),
  }
}

const paramsRefusal = (pay: PayService, params: Readonly<Record<string, unknown>>, appId: string) => {
  for (const name of ['timeStamp', 'nonceStr', 'package', 'paySign'])
    if (typeof params[name] !== 'string' || params[name] === '') return `缺少参数${name}`
  const signType = params.signType ?? 'MD5'
  if (signType !== 'MD5' && signType !== 'HMAC-SHA256') return `signType ${String(signType)} 不受支持`
  const expected = paySignOf(
    {
      appId,
      timeStamp: String(params.timeStamp),
      nonceStr: String(params.nonceStr),
      package: String(params.package),
      signType: signType as SignType,
    },
    pay.apiKey,
  )
  return params.paySign === expected ? undefined : '支付验证签名失败'
}
