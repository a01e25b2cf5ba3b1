import type { FaultsService } from '../../faults/faults-service.ts'
import type { Examinee, Placed } from '../examinee.ts'
import type { Scenario } from '../scenario.ts'

const day = 86_400_000
const needsRefund = ({ plan }: Examinee) => (plan.refund === undefined ? 'the plan names no refund' : undefined)

export const refunded: Scenario = {
  code: 'R.01',
  name: 'a refund in full, told by notice',
  skip: needsRefund,
  run: async (examinee) => {
    const order = await examinee.place()
    await order.pay({ report: true })
    await order.refund()
    await examinee.wait(examinee.plan.patienceMs)
    const back = returned(order)
    if (back !== order.trade.totalFee) return `${back} fen of ${order.trade.totalFee} went back`
    return shown(examinee, order)
  },
}

export const refundedTwice: Scenario = {
  code: 'R.02',
  name: 'the refund asked for three times at once',
  skip: needsRefund,
  run: async (examinee) => {
    const order = await examinee.place()
    await order.pay({ report: true })
    await order.refund(3)
    await examinee.wait(examinee.plan.patienceMs)
    const asked = order.refunds().length
    if (asked !== 1) return `WeChat was asked for ${asked} different refunds`
    return returned(order) === order.trade.totalFee ? undefined : `${returned(order)} fen went back`
  },
}

export const refundUnanswered: Scenario = {
  code: 'R.03',
  name: 'the refund is never answered, its notice is lost',
  skip: needsRefund,
  run: async (examinee) => {
    const order = await examinee.place()
    await order.pay({ report: true })
    const faults = examinee.emulator.context.service<FaultsService>('faults')
    faults.add({
      when: { party: 'pay', action: 'refund' },
      fault: { kind: 'error', after: true, code: 'SYSTEMERROR', message: '系统错误' },
    })
    faults.add({ when: { party: 'notices', action: 'refund' }, fault: { kind: 'lose' }, times: 0 })
    faults.add({ when: { party: 'pay', action: 'queryRefund' }, fault: { kind: 'empty-lists' }, times: 0 })
    await order.refund().catch(() => undefined)
    await examinee.wait(2 * day)
    if (order.refunds().length !== 1) return `WeChat was asked for ${order.refunds().length} different refunds`
    if (returned(order) !== order.trade.totalFee) return `${returned(order)} fen went back`
    return shown(examinee, order)
  },
}

const returned = (order: Placed) =>
  order
    .refunds()
    .filter((refund) => refund.state === 'SUCCESS')
    .reduce((total, refund) => total + refund.refundFee, 0)

const shown = async ({ plan }: Examinee, order: Placed) =>
  plan.read.refunded === undefined || (await order.isRefunded())
    ? undefined
    : 'the money is back, and the order does not say so'
