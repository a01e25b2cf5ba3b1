import { type Book, findTrade, keyOf, type TradeRef } from './book.ts'
import { refundId } from './ids.ts'
import { merchantRefusal } from './merchant.ts'
import { type Outcome, type Refund, refuse, type Trade } from './types.ts'

const year = 365 * 86_400_000
/** The refund page: up to 50 partial refunds of one order, within a year of payment. */
export const mostRefunds = 50
export const outRefundNoPattern = /^[0-9A-Za-z_\-|*@]{1,64}$/

export interface RefundRequest extends TradeRef {
  readonly outRefundNo: string
  /** What the merchant believes the order cost; refused when it differs. */
  readonly totalFee: number
  readonly refundFee: number
  readonly desc?: string
  readonly notifyTo?: string
}

/** Accepts a refund; the money moves when `settleRefund` says so. The same number again is the same refund. */
export const requestRefund = (
  book: Book,
  request: RefundRequest,
  nowMs: number,
): Outcome<{ readonly trade: Trade; readonly refund: Refund; readonly again: boolean }> => {
  if (!outRefundNoPattern.test(request.outRefundNo)) return refuse('PARAM_ERROR', 'out_refund_no参数格式错误')
  if (!Number.isSafeInteger(request.refundFee) || request.refundFee < 1)
    return refuse('PARAM_ERROR', 'refund_fee参数格式错误')
  const noRight = merchantRefusal(book, request.mchid, 'refundApi')
  if (noRight !== undefined) return noRight

  const trade = findTrade(book, request)
  if (trade === undefined && request.transactionId !== undefined)
    return refuse('INVALID_TRANSACTIONID', '无效的transaction_id')
  const { payment } = trade ?? {}
  if (trade === undefined || payment === undefined) return refuse('ORDERNOTEXIST', '订单不存在')
  if (request.totalFee !== trade.totalFee) return refuse('PARAM_ERROR', '订单金额不一致，请检查total_fee')

  const key = keyOf(request.mchid, request.outRefundNo)
  const known = book.refunds.get(key)
  if (known !== undefined) {
    if (known.trade !== trade || known.refund.refundFee !== request.refundFee)
      return refuse('ERROR', '订单金额或退款金额与之前请求不一致，请核实后再试')
    // A closed refund starts over under its old number: that is why the documents forbid a new one.
    if (known.refund.state !== 'REFUNDCLOSE') return { ok: true, trade, refund: known.refund, again: true }
  }

  if (nowMs - payment.paidAtMs > year) return refuse('TRADE_OVERDUE', '订单已经超过退款期限')
  if (book.closedAccounts.has(trade.openid)) return refuse('USER_ACCOUNT_ABNORMAL', '用户账号异常，退款失败')
  const left = refundableFee(trade)
  if (left === 0) return refuse('ERROR', '订单已全额退款')
  if (request.refundFee > left) return refuse('ERROR', '累计退款金额大于支付金额')
  if (trade.refunds.filter((refund) => refund.state !== 'REFUNDCLOSE').length >= mostRefunds)
    return refuse('ERROR', '单个订单的部分退款次数不能超过50次')
  const merchant = book.merchants.get(request.mchid)
  if (merchant?.balanceFen !== undefined) {
    if (merchant.balanceFen < request.refundFee) return refuse('NOTENOUGH', '基本账户余额不足，请充值后重新发起')
    book.merchants.set(merchant.mchid, { ...merchant, balanceFen: merchant.balanceFen - request.refundFee })
  }

  if (known !== undefined) {
    known.refund.state = 'PROCESSING'
    return { ok: true, trade, refund: known.refund, again: false }
  }
  const couponRefundFee = couponShare(trade, request.refundFee)
  const refund: Refund = {
    outRefundNo: request.outRefundNo,
    refundId: refundId(nowMs, ++book.serial),
    refundFee: request.refundFee,
    cashRefundFee: request.refundFee - couponRefundFee,
    couponRefundFee,
    acceptedAtMs: nowMs,
    state: 'PROCESSING',
    ...(request.desc === undefined ? {} : { desc: request.desc }),
    ...(request.notifyTo === undefined ? {} : { notifyTo: request.notifyTo }),
  }
  trade.refunds.push(refund)
  book.refunds.set(key, { trade, refund })
  return { ok: true, trade, refund, again: false }
}

/** What may still go back: a refund that was closed gives its amount free again. */
export const refundableFee = (trade: Trade): number =>
  trade.refunds.reduce(
    (left, refund) => left - (refund.state === 'REFUNDCLOSE' ? 0 : refund.refundFee),
    trade.payment === undefined ? 0 : trade.totalFee,
  )

/** Coupons go back in proportion; the last refund takes what rounding left, so that the sum is exact. */
const couponShare = (trade: Trade, refundFee: number): number => {
  const couponFee = trade.totalFee - (trade.payment?.cashFee ?? trade.totalFee)
  if (couponFee === 0) return 0
  const live = trade.refunds.filter((refund) => refund.state !== 'REFUNDCLOSE')
  const returned = live.reduce((sum, refund) => sum + refund.couponRefundFee, 0)
  const before = live.reduce((sum, refund) => sum + refund.refundFee, 0)
  return Math.floor(((before + refundFee) * couponFee) / trade.totalFee) - returned
}
