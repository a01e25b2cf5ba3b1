import { payNotice } from '../../pay/book/notice.ts'
import type { Trade } from '../../pay/book/types.ts'
import type { Scenario } from '../scenario.ts'

export const forgedNotice: Scenario = {
  code: '1.33',
  name: 'a user calls the notice function himself, with a perfect body',
  run: async (examinee) => {
    const order = await examinee.place()
    const perfect = asIfPaid(order.trade)
    for (const event of [perfect, { ...perfect, outTradeNo: { $gt: '' } }, { ...perfect, outTradeNo: { $ne: null } }]) {
      await examinee.callAsClient(order.notifies, event)
      if (await order.isPaid()) return `a user's call with ${JSON.stringify(event.outTradeNo)} made the order paid`
    }
    await examinee.wait(examinee.plan.patienceMs)
    return (await order.isPaid()) ? "a user's call made the order paid" : undefined
  },
}

export const keyDataDiffers: Scenario = {
  code: '1.34',
  name: 'a notice that does not fit the order',
  run: async (examinee) => {
    const order = await examinee.place()
    const perfect = asIfPaid(order.trade)
    const wrong = {
      'another amount': { ...perfect, totalFee: order.trade.totalFee - 1, cashFee: order.trade.totalFee - 1 },
      'another merchant': { ...perfect, subMchId: '1900000001' },
      'another payer': { ...perfect, subOpenid: `o${'X'.repeat(27)}` },
      'a payment that WeChat knows nothing of': perfect,
    }
    for (const [name, event] of Object.entries(wrong)) {
      await examinee.emulator.context.invoke({ functionName: order.notifies, event, source: 'wx_paycallback' })
      if (await order.isPaid()) return `${name}: the order counts as paid`
    }
    return undefined
  },
}

/** The notice that would come, had this order been paid. */
const asIfPaid = (trade: Trade) =>
  payNotice(
    {
      ...trade,
      payment: {
        transactionId: '4200009999202611210000000001',
        paidAtMs: trade.createdAtMs + 1_000,
        bankType: 'OTHERS',
        cashFee: trade.totalFee,
        coupons: [],
      },
    },
    { nonceStr: 'FORGED' },
  )
