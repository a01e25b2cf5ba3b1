import type { World } from '../world/world.ts'
import type { Checker } from './checker.ts'

export const noFalseAlarms: Checker = {
  name: 'noFalseAlarms',
  promise: 'Nobody is called for what is in order',
  check: (world, found) => {
    for (const { key, kind } of world.incidents.values()) {
      const allowed =
        kind === 'refundStuck' ||
        kind === 'strangeNotice' ||
        (kind === 'paymentMismatch' && world.mixedUp) ||
        (kind === 'orphanPayment' && world.rowsLost) ||
        (kind === 'unanswered' && (world.rowsLost || letWait(world, key))) ||
        (kind === 'billDifference' && key.includes('refundedElsewhere') && world.xpay.byHand)
      if (!allowed) found(`${key} was reported without a cause`)
    }
  },
}

/** The owner let somebody wait for so long that the order noted it. */
const letWait = ({ orders }: World, key: string): boolean =>
  [...orders.values()].some(
    ({ orderNo, detail }) =>
      key.includes(orderNo) &&
      ((detail.vertical === 'errand' && detail.dispute?.remindedAtMs !== undefined) ||
        (detail.vertical === 'shop' && detail.afterSales?.some(({ reminded }) => reminded !== undefined))),
  )
