import type { Order } from '../order/order.ts'
import { verticalOf } from '../order/vertical-of.ts'
import type { PaymentAttempt } from '../payment/payment-attempt.ts'
import type { Refund } from '../refund/refund.ts'
import { type Account, type LedgerEntry, moveMoney } from './ledger-entry.ts'

/**
 * What the books say of an order, derived from its document. A later state of the same order says the same and perhaps
 * more: entries are only ever added. Money that made the order paid is sales; money that came too late or twice is owed
 * to the payer from the start. A refund is owed when it is decided, and leaves us when WeChat says that it has arrived.
 */
export const orderEntries = (order: Order): readonly LedgerEntry[] => [
  ...order.attempts.flatMap((attempt) => paymentEntries(order, attempt)),
  ...order.refunds.flatMap((refund) => refundEntries(order, refund)),
  ...(verticalOf(order).entries?.(order) ?? []),
]

/** What a change added to the books: to be written when the change is. */
export const newEntries = (before: Order | undefined, after: Order): readonly LedgerEntry[] => {
  const known = before === undefined ? new Set<string>() : new Set(orderEntries(before).map(({ id }) => id))
  return orderEntries(after).filter(({ id }) => !known.has(id))
}

export const paymentEntryId = (outTradeNo: string): string => `pay:${outTradeNo}`
export const refundEntryId = (outRefundNo: string): string => `refund:${outRefundNo}`
export const settledEntryId = (outRefundNo: string): string => `refund:${outRefundNo}:settled`
export const closedEntryId = (outRefundNo: string): string => `refund:${outRefundNo}:closed`

const paymentEntries = (order: Order, { outTradeNo, paid }: PaymentAttempt): readonly LedgerEntry[] => {
  if (paid === undefined) return []
  const { totalFen: amount, paidAtMs: atMs } = paid
  const from = outTradeNo === order.paidBy ? salesOf(order) : owedTo(order)
  return [moveMoney(paymentEntryId(outTradeNo), { from, to: 'wechat', amount, atMs, orderNo: order.orderNo })]
}

const refundEntries = (order: Order, refund: Refund): readonly LedgerEntry[] => {
  const { outRefundNo, amountFen: amount, requestedAtMs, settledAtMs, closedAtMs } = refund
  const { orderNo } = order
  const owed = owedTo(order)
  const isSale = refund.outTradeNo === order.paidBy
  const entries: LedgerEntry[] = []
  if (isSale)
    entries.push(
      moveMoney(refundEntryId(outRefundNo), { from: owed, to: salesOf(order), amount, atMs: requestedAtMs, orderNo }),
    )
  if (settledAtMs !== undefined)
    entries.push(
      moveMoney(settledEntryId(outRefundNo), { from: 'wechat', to: owed, amount, atMs: settledAtMs, orderNo }),
    )
  // Of what is owed anyway a closed refund changes nothing: it is owed still.
  if (closedAtMs !== undefined && isSale)
    entries.push(
      moveMoney(closedEntryId(outRefundNo), { from: salesOf(order), to: owed, amount, atMs: closedAtMs, orderNo }),
    )
  return entries
}

/** A further payment is a sale of the trade that it belongs to: what the trade brought in stands in one place. */
const salesOf = (order: Order): Account => `sales:${verticalOf(order).partOf ?? order.detail.vertical}`
const owedTo = (order: Order): Account => `owed:${order.buyer}`
