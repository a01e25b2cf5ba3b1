import type { Book } from './book.ts'
import { transactionId } from './ids.ts'
import { prepayLifeMs } from './place-trade.ts'
import { tradeState } from './trade-state.ts'
import { type Coupon, type Outcome, type Refusal, refuse, type Trade } from './types.ts'

export interface PayRequest {
  readonly prepayId: string
  /** Who holds the phone. */
  readonly openid: string
  readonly appid?: string
  readonly bankType?: string
  readonly coupons?: readonly Coupon[]
}

/** Why the cashier would not open or would not take the money; undefined when it would. */
export const payRefusal = (book: Book, request: PayRequest, nowMs: number): Refusal | undefined => {
  const trade = book.byPrepayId.get(request.prepayId)
  if (trade === undefined) return refuse('ORDERNOTEXIST', '支付订单不存在，请重新下单')
  if (request.appid !== undefined && request.appid !== trade.appid)
    return refuse('INVALID_REQUEST', '调用方AppID与下单时的AppID不一致')
  if (request.openid !== trade.openid)
    return refuse('INVALID_REQUEST', '支付账号与下单账号不一致，请使用下单的微信号支付')
  const state = tradeState(trade, nowMs)
  if (state === 'SUCCESS' || state === 'REFUND') return refuse('ORDERPAID', '该订单已支付')
  if (trade.leaky === true) return undefined
  if (state === 'CLOSED') return refuse('ORDERCLOSED', '该订单已关闭，请重新下单')
  if (request.prepayId !== trade.prepayId || nowMs - trade.prepayAtMs >= prepayLifeMs)
    return refuse('INVALID_REQUEST', '支付会话已过期，请重新发起支付')
  if (trade.timeExpireMs !== undefined && nowMs >= trade.timeExpireMs)
    return refuse('ORDERCLOSED', '商家订单已过期，请重新下单')
  return undefined
}

/** The user enters the right password. */
export const payTrade = (book: Book, request: PayRequest, nowMs: number): Outcome<{ readonly trade: Trade }> => {
  const refusal = payRefusal(book, request, nowMs)
  if (refusal !== undefined) return refusal
  const trade = book.byPrepayId.get(request.prepayId) as Trade
  const coupons = request.coupons ?? []
  const couponFee = coupons.reduce((sum, coupon) => sum + coupon.fee, 0)
  if (couponFee > trade.totalFee || coupons.some((coupon) => !Number.isSafeInteger(coupon.fee) || coupon.fee < 1))
    return refuse('PARAM_ERROR', '代金券金额不能大于订单金额')

  trade.payment = {
    transactionId: transactionId(nowMs, ++book.serial),
    paidAtMs: nowMs,
    bankType: request.bankType ?? 'OTHERS',
    cashFee: trade.totalFee - couponFee,
    coupons,
  }
  book.byTransactionId.set(trade.payment.transactionId, trade)
  return { ok: true, trade }
}

/** What is settled to the merchant: all but the coupons that he himself gave away. */
export const settlementFee = (trade: Trade): number =>
  trade.totalFee -
  (trade.payment?.coupons ?? []).reduce((sum, coupon) => sum + (coupon.type === 'NO_CASH' ? coupon.fee : 0), 0)
