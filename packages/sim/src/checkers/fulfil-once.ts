import type { Checker } from './checker.ts'

export const fulfilOnce: Checker = {
  name: 'fulfilOnce',
  promise: 'What was bought is owed once: no payment makes it owed again, no unpaid order is served',
  check: (world, found) => {
    for (const { orderNo, state, detail } of world.orders.values()) {
      const served = detail.vertical === 'shop' ? detail.fulfilment !== 'none' : true
      if (state === 'paid' && !served) found(`${orderNo} is paid, and nobody is told to send it`)
    }
    const owed = new Set<string>()
    for (const { before, after } of world.writes) {
      const { detail } = after
      if (detail.vertical !== 'shop' || before?.detail.vertical !== 'shop') continue
      if (before.detail.fulfilment === 'none' && detail.fulfilment !== 'none') {
        if (owed.has(after.orderNo)) found(`${after.orderNo} was to be sent twice`)
        if (after.paidBy === undefined) found(`${after.orderNo} was to be sent without being paid`)
        owed.add(after.orderNo)
      }
      if (before.detail.fulfilment !== 'none' && detail.fulfilment === 'none')
        found(`${after.orderNo} was to be sent, then not`)
    }
  },
}
