import { chargeOf } from '../world/charges.ts'
import type { Checker } from './checker.ts'

export const orderHasMoney: Checker = {
  name: 'orderHasMoney',
  promise: 'No order counted as paid without money: not at the end and not for a moment',
  check: (world, found) => {
    for (const { before, after } of world.writes) {
      if (after.paidBy === undefined || before?.paidBy === after.paidBy) continue
      if (chargeOf(world, after.paidBy)?.payment === undefined)
        found(`${after.orderNo} was ${after.state} by ${after.paidBy}, which nobody paid`)
    }
  },
}
