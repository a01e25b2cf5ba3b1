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
        (kind === 'billDifference' && key.includes('refundedElsewhere') && world.xpay.byHand)
      if (!allowed) found(`${key} was reported without a cause`)
    }
  },
}
