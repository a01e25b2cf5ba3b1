import type { Trade, TradeState } from './types.ts'

const day = 86_400_000

/** An unpaid trade closes by itself after this. https://pay.weixin.qq.com/doc/v3/merchant/4012525182 */
export const tradeLifeMs = 7 * day

/** The state at a moment; `asOfMs` in the past gives what a lagging replica would have said. */
export const tradeState = (trade: Trade, asOfMs: number): TradeState => {
  const { payment } = trade
  if (payment !== undefined && payment.paidAtMs <= asOfMs)
    return trade.refunds.some((refund) => refund.acceptedAtMs <= asOfMs && refund.state !== 'REFUNDCLOSE')
      ? 'REFUND'
      : 'SUCCESS'
  if (trade.closedAtMs !== undefined && trade.closedAtMs <= asOfMs) return 'CLOSED'
  return asOfMs >= trade.createdAtMs + tradeLifeMs ? 'CLOSED' : 'NOTPAY'
}

export const tradeStateDesc: Readonly<Record<TradeState, string>> = {
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款，退款详情请查询退款单',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
  REVOKED: '订单已撤销',
  USERPAYING: '用户支付中，需要输入密码',
  PAYERROR: '支付失败，请重新下单支付',
}
