import type { FaultsService } from '../../faults/faults-service.ts'
import type { Scenario } from '../scenario.ts'

const minute = 60_000
const day = 1440 * minute

export const billMismatch: Scenario = {
  code: 'B.01',
  name: 'money that only the bill knows of',
  run: async (examinee) => {
    const faults = examinee.emulator.context.service<FaultsService>('faults')
    faults.add({ when: { party: 'pay', action: 'closeOrder' }, fault: { kind: 'still-payable' }, times: 0 })
    const order = await examinee.place()
    for (let n = 0; n < 110 && order.trade.closedAtMs === undefined; n++) await examinee.wait(minute)
    // A project that closes nothing is told nothing instead: its queries fail for a day.
    if (order.trade.closedAtMs === undefined)
      faults.add({
        when: { party: 'pay', action: 'queryOrder' },
        fault: { kind: 'error', after: false, code: 'SYSTEMERROR', message: '系统错误' },
        times: 0,
      })
    await order.pay({ notice: 'lost' })
    await examinee.wait(day)
    faults.clear()
    await examinee.wait(day)
    const back = order.refunds().reduce((total, one) => total + (one.state === 'SUCCESS' ? one.refundFee : 0), 0)
    if (back === order.trade.totalFee) return undefined
    return (await order.isPaid()) ? undefined : 'the bill shows the payment; it is neither booked nor refunded'
  },
}
