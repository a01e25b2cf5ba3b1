import { transactionId } from '../../book/ids.ts'
import {
  accountOf,
  type Env,
  envKey,
  type VirtualBook,
  type VirtualOrder,
  type VirtualRefund,
  type XpayOutcome,
  xpayRefuse,
} from './virtual-book.ts'

export interface VirtualPurchase {
  readonly outTradeNo: string
  readonly openid: string
  readonly env: Env
  readonly mode: VirtualOrder['mode']
  readonly productId?: string
  readonly quantity: number
  readonly price: number
  readonly attach: string
}

/** A number is used up by its first order, whoever placed it. */
export const placeVirtual = (book: VirtualBook, purchase: VirtualPurchase, nowMs: number): VirtualOrder | undefined => {
  const key = envKey(purchase.env, purchase.outTradeNo)
  if (book.orders.has(key)) return undefined
  const orderFee = purchase.price * purchase.quantity
  const order = {
    ...purchase,
    wxOrderId: `xp${transactionId(nowMs, ++book.serial).slice(4)}`,
    orderFee,
    leftFee: orderFee,
    createdAtMs: nowMs,
  }
  book.orders.set(key, order)
  return order
}

/** The user pays; coins arrive with the money, goods when they are delivered. */
export const payVirtual = (book: VirtualBook, order: VirtualOrder, nowMs: number): boolean => {
  if (order.paidAtMs !== undefined) return false
  order.paidAtMs = nowMs
  order.transactionId = transactionId(nowMs, ++book.serial)
  if (order.mode === 'short_series_coin') {
    const account = accountOf(book, order.env, order.openid)
    account.paid += order.quantity
    account.sumSave += order.quantity
    order.provideAtMs = nowMs
  }
  return true
}

export interface VirtualRefundRequest {
  readonly env: Env
  readonly openid: string
  readonly orderId?: string | undefined
  readonly wxOrderId?: string | undefined
  readonly refundOrderId: string
  readonly leftFee: number
  readonly refundFee: number
  readonly bizMeta: string
}

export const refundVirtual = (
  book: VirtualBook,
  request: VirtualRefundRequest,
  nowMs: number,
): XpayOutcome<{ readonly order: VirtualOrder; readonly refund: VirtualRefund; readonly again: boolean }> => {
  const { env, openid, refundOrderId, refundFee } = request
  const order = findOrder(book, env, request)
  if (order === undefined || order.paidAtMs === undefined) return xpayRefuse(268490002, 'order not exist')
  if (order.openid !== openid) return xpayRefuse(268490001, 'openid error')
  const known = book.refunds.get(envKey(env, refundOrderId))
  if (known !== undefined)
    return known.outTradeNo === order.outTradeNo && known.fee === refundFee
      ? { ok: true, order, refund: known, again: true }
      : xpayRefuse(268490002, 'refund_order_id used by another refund')
  if (request.leftFee !== order.leftFee)
    return xpayRefuse(268490016, 'left_fee is wrong, please check it with query_order')
  if (!Number.isSafeInteger(refundFee) || refundFee < 1 || refundFee > order.leftFee)
    return xpayRefuse(268490002, 'refund_fee must be in (0,left_fee]')
  if (order.mode === 'short_series_coin') {
    const coins = Math.ceil(refundFee / order.price)
    const account = accountOf(book, env, openid)
    if (account.paid < coins) return xpayRefuse(268490006, 'coin balance not enough')
    account.paid -= coins
  }
  order.leftFee -= refundFee
  const refund: VirtualRefund = {
    refundOrderId,
    wxRefundId: `xr${transactionId(nowMs, ++book.serial).slice(4)}`,
    outTradeNo: order.outTradeNo,
    env,
    openid,
    fee: refundFee,
    bizMeta: request.bizMeta,
    createdAtMs: nowMs,
  }
  book.refunds.set(envKey(env, refundOrderId), refund)
  return { ok: true, order, refund, again: false }
}

export const findOrder = (
  book: VirtualBook,
  env: Env,
  { orderId, wxOrderId }: { readonly orderId?: string | undefined; readonly wxOrderId?: string | undefined },
): VirtualOrder | undefined => {
  if (orderId !== undefined && orderId !== '') return book.orders.get(envKey(env, orderId))
  for (const order of book.orders.values()) if (order.env === env && order.wxOrderId === wxOrderId) return order
  return undefined
}

/** Numbers of the query_order page: 1 created, 2 paid, 4 delivered, 5 all refunded, 6 closed. */
export const virtualStatus = (order: VirtualOrder): 1 | 2 | 4 | 5 => {
  if (order.paidAtMs === undefined) return 1
  if (order.leftFee === 0) return 5
  return order.provideAtMs === undefined ? 2 : 4
}
