import type { PaymentRequest } from '@pay/core'
import {
  type CoinRequest,
  coinsSpentNotice,
  createVirtualBook,
  deliverNotice,
  findOrder,
  paySig,
  payVirtual,
  placeVirtual,
  refundPush,
  refundVirtual,
  userSignature,
  type VirtualOrder,
  type VirtualRefund,
} from '@pay/emulator/xpay-book'
import type { World } from './world.ts'
import { virtualShop } from './xpay-http.ts'

/** WeChat's side of virtual payment: logins, the cashier, coins, refunds, and what it pushes of them, or does not. */
export class Xpay {
  readonly book = createVirtualBook()
  readonly #world: World
  readonly #sessions = new Map<string, string>()
  readonly #codes = new Map<string, string>()
  #serial = 0
  token = 'token-0'
  /** Money went back past us. */
  byHand = false

  constructor(world: World) {
    this.#world = world
  }

  /** `wx.login`: a code that is good once. The session key before it is void, on every phone of this user. */
  login(openid: string): string {
    const code = `code-${++this.#serial}-0000`
    this.#codes.set(code, openid)
    this.#sessions.set(openid, `session-${this.#serial}`)
    return code
  }

  session(code: string): Readonly<Record<string, unknown>> {
    const openid = this.#codes.get(code)
    this.#codes.delete(code)
    return openid === undefined
      ? { errcode: 40029, errmsg: 'invalid code' }
      : { openid, session_key: this.sessionKey(openid) }
  }

  sessionKey(openid: string): string {
    return this.#sessions.get(openid) ?? 'none'
  }

  voidToken(): void {
    this.#world.scheduler.fault()
    this.token = `token-${++this.#serial}`
  }

  /** `wx.requestVirtualPayment`: `undefined` where WeChat does not open the cashier. A number opens it once. */
  open(openid: string, payment: PaymentRequest): VirtualOrder | undefined {
    if (payment.rail !== 'virtualPayment') return undefined
    const { signData, mode } = payment
    if (payment.signature !== userSignature(signData, this.sessionKey(openid))) return undefined
    if (payment.paySig !== paySig('requestVirtualPayment', signData, virtualShop.appKey)) return undefined
    const { outTradeNo, productId, goodsPrice, buyQuantity, attach } = JSON.parse(signData) as SignData
    const coin = mode === 'short_series_coin'
    const common = { outTradeNo, openid, env: 0 as const, mode, attach, quantity: buyQuantity }
    return placeVirtual(
      this.book,
      // One coin is one fen: the rate that core asks for.
      coin ? { ...common, price: 1 } : { ...common, productId: productId ?? '', price: goodsPrice ?? 0 },
      this.#world.scheduler.nowMs,
    )
  }

  /** The payer enters the password. `false`: the cashier behind it has lapsed, or it is paid. */
  pay(order: VirtualOrder): boolean {
    const { nowMs } = this.#world.scheduler
    if (nowMs > order.createdAtMs + cashierLivesMs || !payVirtual(this.book, order, nowMs)) return false
    this.#push(deliverNotice(order, nowMs), `${order.outTradeNo} is paid`, () => {
      // An acknowledged delivery of goods counts as delivered.
      order.provideAtMs ??= this.#world.scheduler.nowMs
    })
    return true
  }

  spent(coins: CoinRequest): void {
    this.#push(coinsSpentNotice(coins, this.#world.scheduler.nowMs), `${coins.orderId} is spent`)
  }

  refundAccepted(order: VirtualOrder, refund: VirtualRefund): void {
    const { scheduler, wechat } = this.#world
    const arrives = () => {
      refund.doneAtMs = scheduler.nowMs
      this.#push(refundPush(order, refund, scheduler.nowMs), `${refund.bizMeta || refund.refundOrderId} is back`)
    }
    wechat.later(arrives)
  }

  /** Money that goes back without us: by hand at the merchant platform. `false`: WeChat does not do it. */
  takeBack(orderId: string, fee: number): boolean {
    const order = findOrder(this.book, 0, { orderId })
    if (order === undefined) return false
    const { openid, leftFee } = order
    const request = { env: 0 as const, openid, orderId, leftFee, refundOrderId: `hand-${++this.#serial}-0000` }
    const started = refundVirtual(
      this.book,
      { ...request, refundFee: Math.min(fee, leftFee), bizMeta: '' },
      this.#world.scheduler.nowMs,
    )
    if (!started.ok) return false
    this.byHand = true
    this.#world.scheduler.fault()
    this.refundAccepted(order, started.refund)
    return true
  }

  #push(event: Readonly<Record<string, unknown>>, about: string, acknowledged?: () => void): void {
    this.#world.wechat.announce({ to: 'virtual-pay-notice', event, about, acknowledged })
  }
}

interface SignData {
  readonly outTradeNo: string
  readonly buyQuantity: number
  readonly productId?: string
  readonly goodsPrice?: number
  readonly attach: string
}

/** Like the prepay of WeChat Pay, whose cashier it is. */
const cashierLivesMs = 2 * 3_600_000
