import type { Gateway } from '../../ports/gateway.ts'
import { ask } from './ask.ts'
import { type CloudPayApi, type CloudPayConfig, textField } from './cloud-pay-api.ts'
import { downloadBill } from './download-bill.ts'
import { queryOrder } from './query-order.ts'
import { queryRefund } from './query-refund.ts'
import { unifiedOrder } from './unified-order.ts'

/** The rail "cloudPay" (云调用): WeChat's v2 protocol through the cloud's service provider. WeChat's names stop here. */
export const cloudPayGateway = (api: CloudPayApi, config: CloudPayConfig): Gateway => ({
  rail: 'cloudPay',
  prepay: (prepay) => unifiedOrder(api, config, prepay),
  query: (outTradeNo) => queryOrder(api, config, outTradeNo),
  async close(outTradeNo) {
    const said = await ask(() =>
      api.closeOrder({ subMchId: config.subMchId, outTradeNo, nonceStr: nonceOf(outTradeNo) }),
    )
    return said.kind === 'done' ? { kind: 'closed' } : said
  },
  async refund({ outRefundNo, outTradeNo, totalFen, amountFen, reason }) {
    const said = await ask(() =>
      api.refund({
        functionName: config.noticeFunction,
        envId: config.envId(),
        subMchId: config.subMchId,
        nonceStr: nonceOf(outRefundNo),
        outTradeNo,
        outRefundNo,
        totalFee: totalFen,
        refundFee: amountFen,
        refundDesc: [...reason].slice(0, 80).join(''),
      }),
    )
    if (said.kind !== 'done') return said
    const refundId = textField(said.answer, 'refundId')
    return { kind: 'accepted', ...(refundId === undefined ? {} : { refundId }) }
  },
  queryRefund: (refund) => queryRefund(api, config, refund),
  bill: (day) => downloadBill(api, config, day),
})

/** The nonce only has to differ between requests; WeChat's signature is the provider's. */
const nonceOf = (number: string): string => number.replace(/[^0-9A-Za-z]/g, '').slice(0, 32)
