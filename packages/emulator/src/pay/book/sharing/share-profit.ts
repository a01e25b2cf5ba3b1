import { type Book, findTrade } from '../book.ts'
import { refundId } from '../ids.ts'
import { settlementFee } from '../pay-trade.ts'
import { type Outcome, type Refusal, refuse, type Trade } from '../types.ts'
import { receiverKey, type Share, type ShareOrder } from './types.ts'

/** A merchant may share 30 % unless WeChat granted more. */
export const defaultShareRatio = 0.3
const mostReceivers = 50
const mostOrders = 50

export interface ShareRequest {
  readonly mchid: string
  readonly transactionId: string
  readonly outOrderNo: string
  readonly kind: 'single' | 'multi'
  readonly shares: readonly Share[]
}

/** Shares once (the rest is released to the merchant) or as one of several times. The same number is the same order. */
export const shareProfit = (
  book: Book,
  request: ShareRequest,
  nowMs: number,
): Outcome<{ readonly trade: Trade; readonly order: ShareOrder }> => {
  const trade = findTrade(book, request)
  const refusal = sharingRefusal(trade)
  if (refusal !== undefined || trade === undefined)
    return refusal ?? refuse('INVALID_TRANSACTIONID', '无效的微信支付订单号')
  const known = trade.sharing?.orders.find((order) => order.outOrderNo === request.outOrderNo)
  if (known !== undefined)
    return JSON.stringify(known.shares) === JSON.stringify(request.shares) && known.kind === request.kind
      ? { ok: true, trade, order: known }
      : refuse('INVALID_REQUEST', '请求参数与原分账单不一致')
  if (trade.sharing?.finished === true || (trade.sharing?.orders.length ?? 0) >= mostOrders)
    return refuse('AMOUNT_OVERDUE', '订单剩余可分账金额为零')
  const wrong = sharesRefusal(book, request)
  if (wrong !== undefined) return wrong
  if (sum(request.shares) > shareableFee(book, trade))
    return refuse('AMOUNT_OVERDUE', '分账金额大于可分金额或大于分账最大比例')
  return { ok: true, trade, order: addOrder(book, trade, request, '', nowMs) }
}

/** Ends sharing: what is left belongs to the merchant. */
export const finishSharing = (
  book: Book,
  request: {
    readonly mchid: string
    readonly transactionId: string
    readonly outOrderNo: string
    readonly description: string
  },
  nowMs: number,
): Outcome<{ readonly trade: Trade; readonly order: ShareOrder }> => {
  const trade = findTrade(book, request)
  const refusal = sharingRefusal(trade)
  if (refusal !== undefined || trade === undefined)
    return refusal ?? refuse('INVALID_TRANSACTIONID', '无效的微信支付订单号')
  const known = trade.sharing?.orders.find((order) => order.outOrderNo === request.outOrderNo)
  if (known !== undefined) return { ok: true, trade, order: known }
  if (trade.sharing?.finished === true) return refuse('AMOUNT_OVERDUE', '订单剩余可分账金额为零')
  const { outOrderNo, description } = request
  const order = addOrder(book, trade, { outOrderNo, kind: 'finish', shares: [] }, description, nowMs)
  return { ok: true, trade, order }
}

/** What may still be shared, in fen. */
export const shareableFee = (book: Book, trade: Trade): number => {
  if (trade.sharing?.finished === true) return 0
  const ratio = book.merchants.get(trade.mchid)?.shareRatio ?? defaultShareRatio
  const shared = (trade.sharing?.orders ?? []).reduce((total, order) => total + sum(order.shares), 0)
  const refunded = trade.refunds.reduce((total, one) => total + (one.state === 'REFUNDCLOSE' ? 0 : one.refundFee), 0)
  return Math.max(0, Math.min(Math.floor(settlementFee(trade) * ratio), settlementFee(trade) - refunded) - shared)
}

const sharingRefusal = (trade: Trade | undefined): Refusal | undefined => {
  if (trade?.payment === undefined) return refuse('INVALID_TRANSACTIONID', '无效的微信支付订单号')
  return trade.profitSharing ? undefined : refuse('NOT_SHARE_ORDER', '非分账订单不支持分账')
}

const sharesRefusal = (book: Book, { mchid, shares }: ShareRequest): Refusal | undefined => {
  if (shares.length === 0 || shares.length > mostReceivers) return refuse('PARAM_ERROR', 'receivers参数格式错误')
  for (const share of shares) {
    if (!Number.isSafeInteger(share.amount) || share.amount < 1) return refuse('PARAM_ERROR', 'amount参数格式错误')
    if (book.receivers.get(mchid)?.has(receiverKey(share)) !== true)
      return refuse('RECEIVER_INVALID', '分账接收方非法，请先添加')
  }
  return undefined
}

const addOrder = (
  book: Book,
  trade: Trade,
  { outOrderNo, kind, shares }: Pick<ShareOrder, 'outOrderNo' | 'kind' | 'shares'>,
  description: string,
  nowMs: number,
): ShareOrder => {
  const order = {
    outOrderNo,
    kind,
    shares,
    description,
    orderId: refundId(nowMs, ++book.serial).replace(/^503/, '300'),
    createdAtMs: nowMs,
    returns: [],
  }
  trade.sharing ??= { orders: [], finished: false }
  trade.sharing.orders.push(order)
  if (kind !== 'multi') trade.sharing.finished = true
  return order
}

const sum = (shares: readonly Share[]) => shares.reduce((total, share) => total + share.amount, 0)
