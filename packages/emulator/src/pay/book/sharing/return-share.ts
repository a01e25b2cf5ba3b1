import type { Book } from '../book.ts'
import { refundId } from '../ids.ts'
import { type Outcome, refuse, type Trade } from '../types.ts'
import type { ShareOrder, ShareReturn } from './types.ts'

export interface ShareRef {
  readonly mchid: string
  readonly orderId?: string | undefined
  readonly outOrderNo?: string | undefined
}

/** A receiver that is a merchant gives back what it got, before the user is refunded. */
export const returnShare = (
  book: Book,
  request: ShareRef & {
    readonly outReturnNo: string
    readonly account: string
    readonly amount: number
    readonly description: string
  },
  nowMs: number,
): Outcome<{ readonly trade: Trade; readonly order: ShareOrder; readonly back: ShareReturn }> => {
  const found = findShareOrder(book, request)
  if (found === undefined) return refuse('ORDERNOTEXIST', '分账指令不存在')
  const { trade, order } = found
  const { outReturnNo, account, amount, description } = request
  if (account === request.mchid) return refuse('PARAM_ERROR', '不能自己给自己回退')
  if (!Number.isSafeInteger(amount) || amount < 1) return refuse('PARAM_ERROR', 'return_amount参数格式错误')
  const known = order.returns.find((one) => one.outReturnNo === outReturnNo)
  if (known !== undefined)
    return known.account === account && known.amount === amount
      ? { ok: true, trade, order, back: known }
      : refuse('INVALID_REQUEST', '请求参数与原回退单不一致')
  const got = order.shares
    .filter((share) => share.type === 'MERCHANT_ID' && share.account === account)
    .reduce((total, share) => total + share.amount, 0)
  const returned = order.returns.filter((one) => one.account === account).reduce((total, one) => total + one.amount, 0)
  if (amount > got - returned) return refuse('AMOUNT_OVERDUE', '回退金额大于剩余可从接收方回退的金额')
  const returnNo = refundId(nowMs, ++book.serial).replace(/^503/, '300')
  const back = { outReturnNo, account, amount, description, returnNo, atMs: nowMs }
  order.returns.push(back)
  return { ok: true, trade, order, back }
}

export const findShareOrder = (book: Book, { mchid, orderId, outOrderNo }: ShareRef) => {
  for (const trade of book.trades.values()) {
    if (trade.mchid !== mchid) continue
    const order = trade.sharing?.orders.find((one) =>
      orderId === undefined ? one.outOrderNo === outOrderNo : one.orderId === orderId,
    )
    if (order !== undefined) return { trade, order }
  }
  return undefined
}
