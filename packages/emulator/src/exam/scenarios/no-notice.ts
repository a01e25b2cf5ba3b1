import type { Scenario } from '../scenario.ts'

export const paidWithoutNotice: Scenario = {
  code: '1.30',
  name: 'paid, no notice comes, the phone says nothing',
  run: async (examinee) => {
    const order = await examinee.place()
    await order.pay({ notice: 'lost' })
    await examinee.wait(examinee.plan.patienceMs)
    return (await order.isPaid()) ? undefined : 'the money is at WeChat, and the project never asked'
  },
}

export const failedWithoutNotice: Scenario = {
  code: '1.31',
  name: 'not paid, no notice comes',
  run: async (examinee) => {
    const order = await examinee.place()
    // The phone is wrong: it reports success, and no money moved.
    if (examinee.plan.report !== undefined) await order.report()
    await examinee.wait(examinee.plan.patienceMs)
    if (await order.isPaid()) return 'nobody paid, and the order counts as paid'
    // Unpaid orders are asked about: a shop that never does cannot tell failed from late.
    const asked =
      examinee.calls('queryOrder', order.trade.outTradeNo) + examinee.calls('closeOrder', order.trade.outTradeNo)
    return asked > 0 ? undefined : 'the project never asked WeChat what became of the order'
  },
}
