import type { GoodInputs, Victim } from './good-input.ts'

/** What WeChat says to `pay-notice`, by what it is about. */
export const payNotices = ({ orderNo, mchid }: Victim): GoodInputs => ({
  payment: {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    subMchId: mchid,
    subAppid: 'wx0123456789abcdef',
    subOpenid: 'oBuyer1000000000000000000000',
    totalFee: 1990,
    feeType: 'CNY',
    transactionId: '4200000000202611210000000001',
    outTradeNo: `${orderNo}-1`,
  },
  refund: {
    returnCode: 'SUCCESS',
    subMchId: mchid,
    outTradeNo: `${orderNo}-1`,
    outRefundNo: `${orderNo}-1-back`,
    refundId: '50300000000000000000000000001',
    refundStatus: 'SUCCESS',
    totalFee: 1990,
    refundFee: 1990,
  },
})

const pushed = { ToUserName: 'gh_1', FromUserName: 'oFan1', CreateTime: 1_800_000_000, MsgType: 'event', Env: 1 }

/** And what it pushes about virtual payment. */
export const virtualPayNotices = ({ orderNo }: Victim): GoodInputs => ({
  goods: {
    ...pushed,
    Event: 'xpay_goods_deliver_notify',
    OpenId: 'oFan100000000000000000000000',
    OutTradeNo: `${orderNo}-1`,
    WeChatPayInfo: { MchOrderNo: `${orderNo}-1`, TransactionId: '4200000000202611210000000001' },
    GoodsInfo: { ProductId: 'tip', Quantity: 1, OrigPrice: 500, ActualPrice: 500, Attach: '' },
  },
  refund: {
    ...pushed,
    Event: 'xpay_refund_notify',
    OpenId: 'oFan100000000000000000000000',
    MchOrderId: `${orderNo}-1`,
    MchRefundId: `${orderNo}-1-back`,
    RefundFee: 500,
    RetCode: 0,
  },
  complaint: { ...pushed, Event: 'xpay_complaint_notify', ComplaintId: '1', MchOrderId: `${orderNo}-1` },
})
