import { virtualStatus } from './book/orders.ts'
import type { VirtualOrder, VirtualRefund } from './book/virtual-book.ts'

const seconds = (ms: number | undefined) => (ms === undefined ? 0 : Math.floor(ms / 1000))

/** An order as /xpay/query_order answers it. */
export const orderView = (order: VirtualOrder) => ({
  order_id: order.outTradeNo,
  create_time: seconds(order.createdAtMs),
  update_time: seconds(order.provideAtMs ?? order.paidAtMs ?? order.createdAtMs),
  status: virtualStatus(order),
  biz_type: 0,
  order_fee: order.orderFee,
  coupon_fee: 0,
  paid_fee: order.paidAtMs === undefined ? 0 : order.orderFee,
  order_type: 0,
  refund_fee: 0,
  paid_time: seconds(order.paidAtMs),
  provide_time: seconds(order.provideAtMs),
  biz_meta: order.attach,
  // 1 and 2 here, 0 and 1 everywhere else: so the page says.
  env_type: order.env + 1,
  token: '',
  left_fee: order.paidAtMs === undefined ? 0 : order.leftFee,
  wx_order_id: order.wxOrderId,
  channel_order_id: order.wxOrderId,
  wxpay_order_id: order.transactionId ?? '',
  sett_time: 0,
  sett_state: 0,
})

/** A refund is asked for by its own number and is an order of type 1. */
export const refundView = (refund: VirtualRefund) => ({
  order_id: refund.refundOrderId,
  create_time: seconds(refund.createdAtMs),
  update_time: seconds(refund.doneAtMs ?? refund.createdAtMs),
  status: refund.doneAtMs === undefined ? 1 : 8,
  biz_type: 0,
  order_fee: refund.fee,
  order_type: 1,
  refund_fee: refund.fee,
  paid_time: seconds(refund.doneAtMs),
  biz_meta: refund.bizMeta,
  env_type: refund.env + 1,
  wx_order_id: refund.wxRefundId,
})
