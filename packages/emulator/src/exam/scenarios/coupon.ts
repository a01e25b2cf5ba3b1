import type { Scenario } from '../scenario.ts'

export const coupon: Scenario = {
  code: '1.02',
  name: 'paid with a coupon: less cash than the total',
  run: async (examinee) => {
    const order = await examinee.place()
    if (order.trade.totalFee < 2) return 'the order is too small for a coupon; let the plan buy for 2 fen or more'
    const fee = Math.max(1, Math.floor(order.trade.totalFee / 10))
    await order.pay({ report: true, coupons: [{ id: '10000', fee, type: 'NO_CASH' }] })
    return (await order.isPaid())
      ? undefined
      : 'cash is less than the total because of a coupon, and the order is not paid'
  },
}
