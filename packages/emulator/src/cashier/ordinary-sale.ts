import { payRefusal, payTrade } from '../pay/book/pay-trade.ts'
import type { Trade } from '../pay/book/types.ts'
import type { NoticeService } from '../pay/notices/notice-service.ts'
import type { PayService } from '../pay/pay-service.ts'
import { paySignOf, type SignType } from '../pay/sign-v2.ts'
import type { EmulatorContext } from '../service.ts'
import type { User } from '../users/users.ts'
import type { Sale, SaleRefusal } from './payment-request.ts'

/** wx.requestPayment: the parameters are checked as WeChat does, signature first, then the order behind them. */
export const ordinarySale = (
  context: EmulatorContext,
  user: Pick<User, 'name' | 'openid'>,
  params: Readonly<Record<string, unknown>>,
): Sale => {
  const pay = context.service<PayService>('pay')
  const appid = typeof params.appId === 'string' ? params.appId : context.options.appid
  const prepayId = typeof params.package === 'string' ? params.package.replace(/^prepay_id=/, '') : ''
  const wrong = paramsRefusal(pay, params, appid)
  const trade = wrong === undefined ? pay.book.byPrepayId.get(prepayId) : undefined
  return saleOf(context, user, { prepayId, appid }, trade, wrong)
}

/** The same without parameters: somebody pays this order, as the dashboard and tests do. */
export const saleOf = (
  context: EmulatorContext,
  user: Pick<User, 'name' | 'openid'>,
  { prepayId, appid }: { readonly prepayId: string; readonly appid: string },
  trade: Trade | undefined,
  wrong?: SaleRefusal,
): Sale => {
  const pay = context.service<PayService>('pay')
  const asked = { prepayId, appid, openid: user.openid }
  const refused = wrong ?? payRefusal(pay.book, asked, context.clock.now())
  const merchant = pay.book.merchants.get(trade?.mchid ?? '')
  return {
    api: 'requestPayment',
    outTradeNo: trade?.outTradeNo ?? '',
    merchantName: merchant?.name ?? (trade === undefined ? '' : `商户 ${trade.mchid}`),
    body: trade?.body ?? '',
    totalFee: trade?.totalFee ?? 0,
    ...(trade === undefined ? {} : { trade }),
    ...(refused === undefined ? {} : { refusal: { message: refused.message, atOnce: trade === undefined } }),
    pay: ({ notice, coupons }) => {
      const paid = payTrade(pay.book, { ...asked, coupons }, context.clock.now())
      if (!paid.ok) return { message: paid.message }
      pay.save(paid.trade)
      tell(context, paid.trade, user.name, notice)
      context.service<NoticeService>('notices').paid(paid.trade, notice)
      return undefined
    },
  }
}

const paramsRefusal = (
  pay: PayService,
  params: Readonly<Record<string, unknown>>,
  appId: string,
): SaleRefusal | undefined => {
  for (const name of ['timeStamp', 'nonceStr', 'package', 'paySign'])
    if (typeof params[name] !== 'string' || params[name] === '') return { message: `缺少参数${name}` }
  const signType = params.signType ?? 'MD5'
  if (signType !== 'MD5' && signType !== 'HMAC-SHA256')
    return { message: `signType ${JSON.stringify(signType)} 不受支持` }
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
  return params.paySign === expected ? undefined : { message: '支付验证签名失败' }
}

const tell = (context: EmulatorContext, trade: Trade, user: string, notice: string) =>
  context.events.add({
    from: 'person',
    to: 'pay',
    kind: 'change',
    name: `paid ${(trade.totalFee / 100).toFixed(2)} yuan`,
    user,
    orderNo: trade.outTradeNo,
    ok: true,
    detail: { transactionId: trade.payment?.transactionId, totalFee: trade.totalFee, notice },
  })
