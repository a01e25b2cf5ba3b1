import { paidCharges, takenBackFen } from './books.ts'
import type { Checker } from './checker.ts'

export const oneCharge: Checker = {
  name: 'oneCharge',
  promise: 'No order was charged for more than once without the money going back',
  check: (world, found) => {
    const charged = new Map<string, number>()
    for (const { charge, order } of paidCharges(world)) {
      if (order === undefined || takenBackFen(charge) === charge.totalFee) continue
      const before = charged.get(order.orderNo)
      if (before !== undefined) found(`${order.orderNo} was paid twice and not refunded`)
      charged.set(order.orderNo, charge.totalFee)
    }
    for (const { after } of world.writes)
      if (after.attempts.filter(({ state }) => state === 'open' || state === 'closing').length > 1)
        found(`${after.orderNo} could be paid twice at the same time`)
  },
}
