import { compactBeijingTime, readableBeijingTime } from './beijing-time.ts'
import { settlementFee } from './pay-trade.ts'
import type { Refund, Trade } from './types.ts'

/** Who called WeChat Pay: on cloudPay the provider, whose merchant is the sub-merchant. */
export interface Provider {
  readonly appid: string
  readonly mchid: string
}

/** The provider behind cloudPay, 小程序云开发. */
export const cloudProvider: Provider = { appid: 'wxd2565e6a04246fd1', mchid: '1800008281' }

export interface NoticeOptions {
  readonly nonceStr: string
  readonly provider?: Provider
  /** For simulators: a notice whose amounts are off by this many fen. */
  readonly wrongByFen?: number
}

/** The event of a payment notice to a cloud function: camel case, no type field, as the documents' sample has it. */
export const payNotice = (trade: Trade, options: NoticeOptions): Readonly<Record<string, string | number>> => {
  const { payment } = trade
  if (payment === undefined) throw new Error(`${trade.outTradeNo} is not paid: there is nothing to notify`)
  const { nonceStr, provider = cloudProvider, wrongByFen = 0 } = options
  const couponFee = trade.totalFee - payment.cashFee
  const settled = settlementFee(trade)
  return {
    returnCode: 'SUCCESS',
    appid: provider.appid,
    mchId: provider.mchid,
    subAppid: trade.appid,
    subMchId: trade.mchid,
    ...(trade.deviceInfo === undefined ? {} : { deviceInfo: trade.deviceInfo }),
    nonceStr,
    resultCode: 'SUCCESS',
    openid: providerOpenid(trade.openid),
    isSubscribe: 'N',
    subOpenid: trade.openid,
    subIsSubscribe: 'N',
    tradeType: trade.tradeType,
    bankType: payment.bankType,
    totalFee: trade.totalFee + wrongByFen,
    ...(settled === trade.totalFee ? {} : { settlementTotalFee: settled }),
    feeType: trade.feeType,
    cashFee: payment.cashFee + wrongByFen,
    ...(couponFee === 0 ? {} : { couponFee, couponCount: payment.coupons.length }),
    ...Object.fromEntries(
      payment.coupons.flatMap((coupon, n) => [
        [`couponId_${n}`, coupon.id],
        [`couponType_${n}`, coupon.type],
        [`couponFee_${n}`, coupon.fee],
      ]),
    ),
    transactionId: payment.transactionId,
    outTradeNo: trade.outTradeNo,
    ...(trade.attach === undefined ? {} : { attach: trade.attach }),
    timeEnd: compactBeijingTime(payment.paidAtMs),
  }
}

/** The event of a refund notice; told apart from a payment's by refundId, for it has neither a type nor a resultCode. */
export const refundNotice = (
  trade: Trade,
  refund: Refund,
  options: NoticeOptions,
): Readonly<Record<string, string | number>> => {
  const { nonceStr, provider = cloudProvider, wrongByFen = 0 } = options
  return {
    returnCode: 'SUCCESS',
    appid: provider.appid,
    mchId: provider.mchid,
    subAppid: trade.appid,
    subMchId: trade.mchid,
    nonceStr,
    transactionId: trade.payment?.transactionId ?? '',
    outTradeNo: trade.outTradeNo,
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    totalFee: trade.totalFee,
    settlementTotalFee: settlementFee(trade),
    refundFee: refund.refundFee + wrongByFen,
    settlementRefundFee: refund.refundFee + wrongByFen,
    refundStatus: refund.state,
    ...(refund.state === 'SUCCESS' ? { successTime: readableBeijingTime(refund.settledAtMs ?? 0) } : {}),
    refundRecvAccout: '支付用户零钱',
    refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
    refundRequestSource: 'API',
  }
}

/** The same person is another openid under the provider's own appid. */
export const providerOpenid = (openid: string): string => `oPoo34${[...openid].reverse().join('')}`.slice(0, 28)
