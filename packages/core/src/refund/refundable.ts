import type { OutTradeNo } from '../identity/ids.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'

/** What was paid by this attempt; 0 when it is not paid. */
export const paidFen = (order: Order, outTradeNo: OutTradeNo | undefined): Fen =>
  order.attempts.find((attempt) => attempt.outTradeNo === outTradeNo)?.paid?.totalFen ?? zeroFen

/** What is back, on its way, or decided to go back of this attempt. A closed refund gave nothing back. */
export const refundedOrPendingFen = (order: Order, outTradeNo: OutTradeNo | undefined): Fen =>
  fen(
    order.refunds
      .filter((refund) => refund.outTradeNo === outTradeNo && refund.state !== 'closed')
      .reduce((sum, refund) => sum + refund.amountFen, 0),
  )

/** What can still be refunded of this attempt. */
export const refundableFen = (order: Order, outTradeNo: OutTradeNo | undefined): Fen =>
  fen(paidFen(order, outTradeNo) - refundedOrPendingFen(order, outTradeNo))

/** What has arrived at the buyer, over all payments of the order. */
export const settledRefundFen = (order: Order): Fen =>
  fen(order.refunds.filter((refund) => refund.state === 'settled').reduce((sum, refund) => sum + refund.amountFen, 0))
