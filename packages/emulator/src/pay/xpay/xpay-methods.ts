import type { EmulatorContext } from '../../service.ts'
import { cancelCoins, payCoins, presentCoins } from './book/coins.ts'
import { findOrder, refundVirtual } from './book/orders.ts'
import { accountOf, type Env, envKey, type XpayRefusal, xpayRefuse } from './book/virtual-book.ts'
import { orderView, refundView } from './order-view.ts'
import { downloadMethods } from './xpay-downloads.ts'
import { goodsMethods } from './xpay-goods.ts'
import type { XpayService } from './xpay-service.ts'

export interface XpayCall {
  readonly context: EmulatorContext
  readonly xpay: XpayService
  readonly body: Readonly<Record<string, unknown>>
  readonly env: Env
  readonly nowMs: number
}

export interface XpayMethod {
  readonly paySig: boolean
  readonly signature: boolean
  readonly run: (
    call: XpayCall,
  ) => XpayRefusal | { readonly ok: true; readonly fields?: Readonly<Record<string, unknown>> }
}

const queryUserBalance: XpayMethod = {
  paySig: true,
  signature: true,
  run: ({ xpay, env, body }) => {
    const account = accountOf(xpay.book, env, String(body.openid))
    return {
      ok: true,
      fields: {
        balance: account.paid + account.present,
        present_balance: account.present,
        sum_save: account.sumSave,
        sum_present: account.sumPresent,
        sum_balance: account.sumSave + account.sumPresent,
        sum_cost: account.sumCost,
        first_save_flag: account.sumSave === 0,
      },
    }
  },
}

const currencyPay: XpayMethod = {
  paySig: true,
  signature: true,
  run: (call) => {
    const paid = payCoins(call.xpay.book, coinRequest(call))
    if (!paid.ok) return paid
    call.xpay.spent(coinRequest(call))
    return {
      ok: true,
      fields: { order_id: call.body.order_id, balance: paid.balance, used_present_amount: paid.usedPresent },
    }
  },
}

const cancelCurrencyPay: XpayMethod = {
  paySig: true,
  signature: true,
  run: (call) => {
    const cancelled = cancelCoins(call.xpay.book, { ...coinRequest(call), payOrderId: String(call.body.pay_order_id) })
    if (!cancelled.ok) return cancelled
    call.xpay.save()
    return { ok: true, fields: { order_id: call.body.order_id } }
  },
}

const presentCurrency: XpayMethod = {
  paySig: false,
  signature: false,
  run: (call) => {
    const presented = presentCoins(call.xpay.book, coinRequest(call))
    if (!presented.ok) return presented
    call.xpay.save()
    return {
      ok: true,
      fields: { order_id: call.body.order_id, balance: presented.balance, present_balance: presented.presented },
    }
  },
}

const queryOrder: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay, env, body }) => {
    const ref = orderRef(body)
    const order = findOrder(xpay.book, env, ref)
    if (order !== undefined) {
      if (order.openid !== body.openid) return xpayRefuse(268490001, 'openid error')
      return { ok: true, fields: { order: orderView(order) } }
    }
    const refund = xpay.book.refunds.get(envKey(env, ref.orderId ?? ''))
    if (refund === undefined) return xpayRefuse(268490002, 'order not exist')
    return { ok: true, fields: { order: refundView(refund) } }
  },
}

const refundOrder: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay, env, body, nowMs }) => {
    const refundOrderId = String(body.refund_order_id ?? '')
    if (!/^[\w-]{8,32}$/.test(refundOrderId)) return xpayRefuse(268490002, 'refund_order_id is invalid')
    if (!/^[0-5]$/.test(String(body.refund_reason))) return xpayRefuse(268490002, 'refund_reason is invalid')
    if (!/^[1-3]$/.test(String(body.req_from))) return xpayRefuse(268490002, 'req_from is invalid')
    const started = refundVirtual(
      xpay.book,
      {
        ...orderRef(body),
        env,
        openid: String(body.openid),
        refundOrderId,
        leftFee: Number(body.left_fee),
        refundFee: Number(body.refund_fee),
        bizMeta: String(body.biz_meta ?? ''),
      },
      nowMs,
    )
    if (!started.ok) return started
    const { order, refund, again } = started
    if (!again) {
      xpay.save()
      xpay.refundLater(order, refund)
    }
    return {
      ok: true,
      fields: {
        refund_order_id: refundOrderId,
        refund_wx_order_id: refund.wxRefundId,
        pay_order_id: order.outTradeNo,
        pay_wx_order_id: order.wxOrderId,
      },
    }
  },
}

const notifyProvideGoods: XpayMethod = {
  paySig: false,
  signature: false,
  run: ({ xpay, env, body, nowMs }) => {
    const order = findOrder(xpay.book, env, orderRef(body))
    if (order?.paidAtMs === undefined) return xpayRefuse(268490002, 'order not exist')
    order.provideAtMs ??= nowMs
    xpay.save()
    return { ok: true }
  },
}

const queryBizBalance: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay, nowMs }) => {
    // Only real orders count, three days after they were paid, less the fee of 1 %.
    const ripe = [...xpay.book.orders.values()].filter(
      (order) => order.env === 0 && order.paidAtMs !== undefined && nowMs - order.paidAtMs >= 3 * 86_400_000,
    )
    const fen = ripe.reduce((total, order) => total + order.leftFee - Math.round(order.leftFee / 100), 0)
    return { ok: true, fields: { balance_available: { amount: (fen / 100).toFixed(2), currency_code: 'CNY' } } }
  },
}

/** By the last part of their path under /xpay/. */
export const xpayMethods: Readonly<Record<string, XpayMethod>> = {
  query_user_balance: queryUserBalance,
  currency_pay: currencyPay,
  cancel_currency_pay: cancelCurrencyPay,
  present_currency: presentCurrency,
  query_order: queryOrder,
  refund_order: refundOrder,
  notify_provide_goods: notifyProvideGoods,
  query_biz_balance: queryBizBalance,
  ...goodsMethods,
  ...downloadMethods,
}

const coinRequest = ({ env, body }: XpayCall) => ({
  env,
  openid: String(body.openid),
  orderId: String(body.order_id ?? ''),
  amount: Number(body.amount),
})

const orderRef = (body: Readonly<Record<string, unknown>>) => ({
  orderId: typeof body.order_id === 'string' ? body.order_id : undefined,
  wxOrderId: typeof body.wx_order_id === 'string' ? body.wx_order_id : undefined,
})
