import type { OpenId, PaymentRequest } from '@pay/core'
import type { VirtualPaymentConfig } from '../adapters/virtual-payment/config.ts'
import { paySigOf, userSignatureOf } from '../adapters/virtual-payment/sign.ts'
import type { Clock } from '../ports/clock.ts'
import type { Http, HttpRequest } from '../ports/http.ts'
import { PortError } from '../ports/port-error.ts'

/** WeChat's side of virtual payment, as small as it can be and still say no where WeChat says no. For tests of the use cases. */
export interface FakeXpay {
  readonly http: Http
  readonly config: VirtualPaymentConfig
  /** What `wx.login` gives this user. Makes a new session, as it may. */
  login(user: OpenId): string
  /** `wx.requestVirtualPayment`: 0, or WeChat's errCode. */
  open(user: OpenId, payment: PaymentRequest | undefined): number
  /** The payer pays in the cashier that was opened. */
  pay(outTradeNo: string, apple?: boolean): void
  /** Money back that our side never asked for. */
  takeBack(outTradeNo: string, fee: number): void
  /** Every refund ends: with the money back, unless said. */
  endRefunds(end?: RefundEnd): void
  /** The next requests of this path: not heard, or heard and the answer lost. */
  fail(path: string, how: 'before' | 'after', times?: number): void
  /** All tokens are void from now on. */
  voidTokens(): void
  readonly requests: HttpRequest[]
  readonly orders: ReadonlyMap<string, FakeOrder>
  coins(user: OpenId): number
}

export interface FakeOrder {
  readonly outTradeNo: string
  readonly openid: string
  readonly fee: number
  readonly coins: number
  readonly createdAtMs: number
  paidAtMs?: number
  left: number
  provided?: boolean
  apple?: boolean
}

interface FakeRefund {
  readonly id: string
  readonly of: string
  readonly fee: number
  end?: RefundEnd
}

export type RefundEnd = keyof typeof refundEnds
/** The status of a refund that has ended. https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/virtual-payment.html */
const refundEnds = { closed: 6, abnormal: 7, settled: 8 } as const

/** The fields of all methods together. */
interface Body {
  readonly order_id: string
  readonly openid: string
  readonly refund_order_id: string
  readonly left_fee: number
  readonly refund_fee: number
  readonly amount: number
  readonly pay_order_id: string
  readonly outTradeNo: string
  readonly buyQuantity: number
  readonly goodsPrice: number
}
type Answer = Readonly<Record<string, unknown>>

export const fakeXpay = (clock: Clock): FakeXpay => {
  const config: VirtualPaymentConfig = {
    appId: 'wx0000000000000001',
    appSecret: 'the app secret',
    offerId: '1450000001',
    appKey: 'the app key',
    env: 0,
    apiBase: 'https://api.weixin.qq.com',
    timeoutMs: 1_000,
  }
  const sessions = new Map<string, string>()
  const codes = new Map<string, OpenId>()
  const orders = new Map<string, FakeOrder>()
  const refunds = new Map<string, FakeRefund>()
  const spent = new Map<string, { openid: string; amount: number; returned: boolean }>()
  const requests: HttpRequest[] = []
  const faults: { path: string; how: 'before' | 'after' }[] = []
  let serial = 0
  let token = 'token-0'
  const no = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })
  const gone = no(268490002, 'order not exist')

  const coins = (openid: string) => {
    let sum = 0
    for (const order of orders.values())
      if (order.openid === openid && order.paidAtMs !== undefined) sum += Math.min(order.coins, order.left)
    for (const one of spent.values()) if (one.openid === openid && !one.returned) sum -= one.amount
    return sum
  }

  const methods: Readonly<Record<string, (body: Body) => Answer>> = {
    query_order({ order_id, openid }) {
      const order = orders.get(order_id)
      if (order !== undefined)
        return order.openid === openid ? { errcode: 0, order: orderView(order) } : no(268490001, 'openid error')
      const refund = refunds.get(order_id)
      return refund === undefined ? gone : { errcode: 0, order: refundView(refund) }
    },
    refund_order({ order_id, refund_order_id, left_fee, refund_fee }) {
      const order = orders.get(order_id)
      if (order?.paidAtMs === undefined) return gone
      if (refunds.has(refund_order_id)) return { errcode: 0 }
      if (left_fee !== order.left) return no(268490016, 'left_fee')
      if (order.coins > 0 && coins(order.openid) < refund_fee) return no(268490006, 'coin balance not enough')
      order.left -= refund_fee
      refunds.set(refund_order_id, { id: refund_order_id, of: order_id, fee: refund_fee })
      return { errcode: 0, refund_wx_order_id: `wx${refund_order_id}` }
    },
    notify_provide_goods({ order_id }) {
      const order = orders.get(order_id)
      if (order?.paidAtMs === undefined) return gone
      order.provided = true
      return { errcode: 0 }
    },
    currency_pay({ openid, order_id, amount }) {
      if (spent.has(order_id)) return no(268490004, 'repeated')
      if (coins(openid) < amount) return no(268490006, 'coin balance not enough')
      spent.set(order_id, { openid, amount, returned: false })
      return { errcode: 0 }
    },
    cancel_currency_pay({ pay_order_id }) {
      const paid = spent.get(pay_order_id)
      if (paid === undefined) return no(268490002, 'pay_order_id not exist')
      if (paid.returned) return no(268490004, 'repeated')
      paid.returned = true
      return { errcode: 0 }
    },
    query_user_balance: ({ openid }) => ({ errcode: 0, balance: coins(openid) }),
  }

  const answer = (url: URL, text: string): Answer => {
    if (url.pathname === '/sns/jscode2session') {
      const user = codes.get(url.searchParams.get('js_code') ?? '')
      if (user === undefined) return no(40029, 'invalid code')
      codes.delete(url.searchParams.get('js_code') ?? '')
      return { openid: user, session_key: sessions.get(user) }
    }
    if (url.pathname === '/cgi-bin/stable_token') return { access_token: token, expires_in: 7_200 }
    if (url.searchParams.get('access_token') !== token) return no(40001, 'invalid credential')
    if (url.pathname === '/wxa/checksession') {
      const known = sessions.get(url.searchParams.get('openid') ?? '') ?? ''
      const valid = url.searchParams.get('signature') === userSignatureOf(known, '')
      return valid ? no(0, 'ok') : no(87009, 'invalid signature')
    }
    if (url.searchParams.get('pay_sig') !== paySigOf(config.appKey, url.pathname, text)) return no(268490003, 'pay_sig')
    const body = JSON.parse(text) as Body
    const signature = url.searchParams.get('signature')
    if (signature !== null && signature !== userSignatureOf(sessions.get(body.openid) ?? '', text))
      return no(268490009, 'session_key expired')
    const method = methods[url.pathname.replace('/xpay/', '')]
    return method === undefined ? no(-1, 'no such method') : method(body)
  }

  return {
    config,
    requests,
    orders,
    coins,
    http: {
      async send(request) {
        requests.push(request)
        const url = new URL(request.url)
        const at = faults.findIndex(({ path }) => url.pathname.endsWith(path))
        const [fault] = at === -1 ? [] : faults.splice(at, 1)
        if (fault?.how === 'before') throw new PortError('http', 'no connection')
        const body = JSON.stringify(answer(url, request.body ?? ''))
        if (fault?.how === 'after') throw new PortError('http', 'no answer in time')
        return { status: 200, body }
      },
    },
    login(user) {
      serial++
      sessions.set(user, `session-${serial}`)
      codes.set(`code-${serial}-0000`, user)
      return `code-${serial}-0000`
    },
    open(user, payment) {
      if (payment?.rail !== 'virtualPayment') return 1001
      const { signData, paySig, signature } = payment
      if (signature !== userSignatureOf(sessions.get(user) ?? '', signData)) return -15005
      if (paySig !== paySigOf(config.appKey, 'requestVirtualPayment', signData)) return -15006
      const data = JSON.parse(signData) as Body
      if (orders.has(data.outTradeNo)) return -15002
      const coin = payment.mode === 'short_series_coin'
      const fee = coin ? data.buyQuantity : data.goodsPrice
      const { outTradeNo } = data
      const placed = { outTradeNo, openid: user, fee, coins: coin ? fee : 0, createdAtMs: clock.nowMs(), left: fee }
      orders.set(outTradeNo, placed)
      return 0
    },
    pay(outTradeNo, apple = false) {
      const order = orders.get(outTradeNo)
      if (order === undefined) throw new Error(`nobody opened ${outTradeNo}`)
      order.paidAtMs = clock.nowMs()
      order.apple = apple
    },
    takeBack(outTradeNo, fee) {
      const order = orders.get(outTradeNo)
      if (order !== undefined) order.left -= fee
    },
    endRefunds(end = 'settled') {
      for (const refund of refunds.values()) {
        const order = orders.get(refund.of)
        if (end === 'closed' && refund.end === undefined && order !== undefined) order.left += refund.fee
        refund.end = end
      }
    },
    fail(path, how, times = 1) {
      for (let n = 0; n < times; n++) faults.push({ path, how })
    },
    voidTokens() {
      token = `token-${++serial}`
    },
  }
}

const seconds = (ms: number | undefined) => Math.floor((ms ?? 0) / 1_000)

const orderView = (order: FakeOrder): Answer => ({
  order_id: order.outTradeNo,
  status: order.paidAtMs === undefined ? 1 : order.left === 0 ? 5 : order.provided === true ? 4 : 2,
  order_type: order.apple === true ? 7 : 0,
  order_fee: order.fee,
  left_fee: order.paidAtMs === undefined ? 0 : order.left,
  create_time: seconds(order.createdAtMs),
  paid_time: seconds(order.paidAtMs),
  env_type: 1,
  wx_order_id: `wx${order.outTradeNo}`,
  wxpay_order_id: order.apple === true ? '' : `4200${order.outTradeNo}`,
})

const refundView = (refund: FakeRefund): Answer => ({
  order_id: refund.id,
  status: refund.end === undefined ? 1 : refundEnds[refund.end],
  order_type: 1,
  order_fee: refund.fee,
  refund_fee: refund.fee,
  env_type: 1,
  wx_order_id: `wx${refund.id}`,
})
