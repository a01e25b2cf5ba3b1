import type { Http } from '@pay/backend'
import {
  accountOf,
  cancelCoins,
  findOrder,
  orderView,
  payCoins,
  paySig,
  refundView,
  refundVirtual,
  userSignature,
  type VirtualBook,
  xpayRefuse,
} from '@pay/emulator/xpay-book'
import type { Scheduler } from '../engine/scheduler.ts'
import type { Xpay } from './xpay.ts'

export const virtualShop = {
  appId: 'wx0123456789abcdef',
  appSecret: 'the app secret',
  offerId: '1450000001',
  appKey: 'the app key',
  env: 0,
  apiBase: '',
  timeoutMs: 3_000,
} as const

/** WeChat's servers behind the HTTP port: login, token and `/xpay/*` over the emulator's book, and the ways in which they break their word. */
export const xpayHttp = (scheduler: Scheduler, xpay: Xpay): Http => ({
  async send({ url, body = '' }) {
    const [path = '', query] = url.split('?')
    return { status: 200, body: JSON.stringify(answer(scheduler, xpay, path, new URLSearchParams(query), body)) }
  },
})

type Answer = Readonly<Record<string, unknown>>

const answer = (scheduler: Scheduler, xpay: Xpay, path: string, query: URLSearchParams, text: string): Answer => {
  const { random, weather } = scheduler
  if (path === '/sns/jscode2session') return xpay.session(query.get('js_code') ?? '')
  if (path === '/cgi-bin/stable_token') return { access_token: xpay.token, expires_in: 7_200 }
  // Somebody reset the secret, or WeChat lost it: all tokens are void at once.
  if (!scheduler.healing && weather.staleQuery > 0 && random.chance(weather.staleQuery / 4)) xpay.voidToken()
  if (query.get('access_token') !== xpay.token) return no(40001, 'invalid credential')
  if (path === '/wxa/checksession')
    return query.get('signature') === userSignature('', xpay.sessionKey(query.get('openid') ?? ''))
      ? no(0, 'ok')
      : no(87009, 'invalid signature')
  if (query.get('pay_sig') !== paySig(path, text, virtualShop.appKey)) return no(268490003, 'pay_sig error')
  const asked = JSON.parse(text) as Body
  const signature = query.get('signature')
  if (signature !== null && signature !== userSignature(text, xpay.sessionKey(asked.openid)))
    return no(268490003, 'signature error')
  const method = methods[path.slice('/xpay/'.length)]
  if (method === undefined) return no(-1, `there is no ${path}`)
  const done = method(scheduler, xpay, asked)
  return done.ok ? { errcode: 0, errmsg: 'ok', ...done.fields } : no(done.errcode, done.errmsg)
}

const no = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

/** The fields of all methods together. */
interface Body {
  readonly openid: string
  readonly order_id: string
  readonly amount: number
  readonly pay_order_id: string
  readonly refund_order_id: string
  readonly left_fee: number
  readonly refund_fee: number
  readonly biz_meta: string
}

type Done = { readonly ok: true; readonly fields?: Answer } | ReturnType<typeof xpayRefuse>
type Method = (scheduler: Scheduler, xpay: Xpay, body: Body) => Done

const methods: Readonly<Record<string, Method>> = {
  query_order: (scheduler, { book }, { openid, order_id: orderId }) => {
    const order = findOrder(book, 0, { orderId })
    if (order === undefined) return queryRefund(book, orderId)
    if (order.openid !== openid) return xpayRefuse(268490001, 'openid error')
    const { random, weather, healing, nowMs } = scheduler
    if (healing || weather.staleQuery === 0 || !random.chance(weather.staleQuery))
      return { ok: true, fields: { order: orderView(order) } }
    scheduler.fault()
    const asOfMs = nowMs - lagMs
    if (order.createdAtMs > asOfMs) return xpayRefuse(268490002, 'order not exist')
    if ((order.paidAtMs ?? 0) <= asOfMs) return { ok: true, fields: { order: orderView(order) } }
    const { paidAtMs: _, transactionId: __, provideAtMs: ___, ...unpaid } = order
    return { ok: true, fields: { order: orderView(unpaid) } }
  },
  refund_order: (scheduler, xpay, body) => {
    const request = {
      env: 0 as const,
      openid: body.openid,
      orderId: body.order_id,
      refundOrderId: body.refund_order_id,
      leftFee: body.left_fee,
      refundFee: body.refund_fee,
      bizMeta: body.biz_meta,
    }
    const started = refundVirtual(xpay.book, request, scheduler.nowMs)
    if (!started.ok) return started
    if (!started.again) xpay.refundAccepted(started.order, started.refund)
    return { ok: true, fields: { refund_wx_order_id: started.refund.wxRefundId } }
  },
  notify_provide_goods: ({ nowMs }, { book }, { order_id: orderId }) => {
    const order = findOrder(book, 0, { orderId })
    if (order?.paidAtMs === undefined) return xpayRefuse(268490002, 'order not exist')
    order.provideAtMs ??= nowMs
    return { ok: true }
  },
  currency_pay: (_, xpay, { openid, order_id: orderId, amount }) => {
    const request = { env: 0 as const, openid, orderId, amount }
    const paid = payCoins(xpay.book, request)
    if (!paid.ok) return paid
    xpay.spent(request)
    return { ok: true, fields: { balance: paid.balance } }
  },
  cancel_currency_pay: (_, { book }, { openid, order_id: orderId, pay_order_id: payOrderId, amount }) =>
    cancelCoins(book, { env: 0, openid, orderId, payOrderId, amount }),
  query_user_balance: (_, { book }, { openid }) => {
    const { paid, present } = accountOf(book, 0, openid)
    return { ok: true, fields: { balance: paid + present } }
  },
}

/** A replica that lags: how far. */
const lagMs = 2_000

const queryRefund = (book: VirtualBook, refundOrderId: string): Done => {
  const refund = book.refunds.get(`0/${refundOrderId}`)
  return refund === undefined
    ? xpayRefuse(268490002, 'order not exist')
    : { ok: true, fields: { order: refundView(refund) } }
}
