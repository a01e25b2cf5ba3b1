import type { Checker } from './checker.ts'

export const nothingStuck: Checker = {
  name: 'nothingStuck',
  promise: 'Every order reached its end: paid, closed or refunded, with nothing left to do',
  check: (world, found) => {
    for (const { about } of world.wechat.undelivered) found(`the notice that ${about} is never acknowledged`)
    for (const { orderNo, state, outbox, refunds } of world.orders.values()) {
      if (state === 'unpaid' || state === 'closing') found(`${orderNo} is still ${state}`)
      for (const { key, tries, lastFailure } of outbox)
        found(`${orderNo}: ${key} still waits after ${tries} tries: ${lastFailure}`)
      for (const { outRefundNo, state: refund } of refunds)
        if (refund !== 'settled' && refund !== 'closed') found(`${orderNo}: refund ${outRefundNo} is still ${refund}`)
    }
  },
}
