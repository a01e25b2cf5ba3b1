import type { CoinRequest } from './book/coins.ts'
import type { VirtualOrder, VirtualRefund } from './book/virtual-book.ts'

/** Who a pushed message comes from and goes to: WeChat's own openid, the mini-program's original id. */
const envelope = (event: string, nowMs: number) => ({
  ToUserName: 'gh_000000000000',
  FromUserName: 'oWeChatOfficialXpayNotice000',
  CreateTime: seconds(nowMs),
  MsgType: 'event',
  Event: event,
})

/**
 * xpay_goods_deliver_notify after goods were paid, xpay_coin_pay_notify after coins were bought. One page of the
 * documents says that the latter follows the spending of coins, its fields (transaction id, attach) are a purchase's: so
 * both are told, see coinsSpentNotice.
 */
export const deliverNotice = (order: VirtualOrder, nowMs: number): Readonly<Record<string, unknown>> => {
  const goods = order.mode === 'short_series_goods'
  const info = {
    ...(goods ? { ProductId: order.productId } : {}),
    Quantity: order.quantity,
    OrigPrice: order.price,
    ActualPrice: order.price,
    Attach: order.attach,
  }
  return {
    ...envelope(goods ? 'xpay_goods_deliver_notify' : 'xpay_coin_pay_notify', nowMs),
    OpenId: order.openid,
    OutTradeNo: order.outTradeNo,
    Env: order.env,
    WeChatPayInfo: {
      MchOrderNo: order.wxOrderId,
      TransactionId: order.transactionId,
      PaidTime: seconds(order.paidAtMs ?? nowMs),
    },
    [goods ? 'GoodsInfo' : 'CoinInfo']: info,
  }
}

/** No money moved, so WeChat Pay has no part in it. */
export const coinsSpentNotice = (coins: CoinRequest, nowMs: number): Readonly<Record<string, unknown>> => ({
  ...envelope('xpay_coin_pay_notify', nowMs),
  OpenId: coins.openid,
  OutTradeNo: coins.orderId,
  Env: coins.env,
  CoinInfo: { Quantity: coins.amount, OrigPrice: 0, ActualPrice: 0, Attach: '' },
})

export const refundPush = (
  order: VirtualOrder,
  refund: VirtualRefund,
  nowMs: number,
): Readonly<Record<string, unknown>> => ({
  ...envelope('xpay_refund_notify', nowMs),
  OpenId: order.openid,
  WxRefundId: refund.wxRefundId,
  MchRefundId: refund.refundOrderId,
  WxOrderId: order.wxOrderId,
  MchOrderId: order.outTradeNo,
  RefundFee: refund.fee,
  RetCode: 0,
  RetMsg: '',
  RefundStartTimestamp: seconds(refund.createdAtMs),
  RefundSuccTimestamp: seconds(refund.doneAtMs ?? nowMs),
  WxpayRefundTransactionId: refund.wxRefundId.replace(/^xr/, '5030'),
  RetryTimes: 0,
})

const seconds = (ms: number) => Math.floor(ms / 1000)
