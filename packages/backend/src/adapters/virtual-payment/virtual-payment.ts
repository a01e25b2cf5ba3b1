import type { VirtualPayment } from '../../ports/virtual-payment.ts'
import { accessToken } from './access-token.ts'
import { coinsOf, returnCoins, spendCoins } from './coins.ts'
import type { VirtualPaymentParts } from './config.ts'
import { logIn } from './log-in.ts'
import { queryPayment } from './query-payment.ts'
import { queryRefundOrder, refundPayment } from './refund-payment.ts'
import { signPayment } from './sign-payment.ts'
import { xpayCall } from './xpay-call.ts'
import { queryXpayOrder } from './xpay-order.ts'

/** The rail of virtual payment (虚拟支付) over HTTP. WeChat's names stop here. */
export const virtualPayment = (parts: VirtualPaymentParts): VirtualPayment => {
  const token = accessToken(parts)
  const call = xpayCall(parts, token)
  return {
    rail: 'virtualPayment',
    prepay: (prepay) => signPayment(call, parts, token, prepay),
    query: (outTradeNo, payer) => queryPayment(call, parts, outTradeNo, payer),
    close: async () => ({ kind: 'refused', reason: 'virtual payment cannot be closed, it lapses' }),
    refund: (refund) => refundPayment(call, refund),
    queryRefund: (refund) => queryRefundOrder(call, refund),
    // No bill: orders can be downloaded, but no document says in what form. Every signed payment is asked about instead.
    logIn: (user, loginCode) => logIn(parts, user, loginCode),
    async provide(outTradeNo) {
      const said = await call('notify_provide_goods', { order_id: outTradeNo })
      return said.kind === 'refused'
        ? { kind: 'refused', reason: said.reason }
        : said.kind === 'done'
          ? { kind: 'done' }
          : said
    },
    spendCoins: (order) => spendCoins(call, order),
    returnCoins: (order) => returnCoins(call, order),
    coinsOf: (user, clientIp) => coinsOf(call, user, clientIp),
    async left(outTradeNo, payer) {
      const answer = await queryXpayOrder(call, outTradeNo, payer)
      if (answer.kind === 'unknown') return answer
      if (answer.kind === 'none' || answer.order.leftFen === undefined || answer.order.paidAtMs === undefined)
        return { kind: 'unknown', reason: 'WeChat does not say what is left' }
      return { kind: 'left', paidFen: answer.order.feeFen, leftFen: answer.order.leftFen }
    },
  }
}
