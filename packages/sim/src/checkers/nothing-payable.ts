import { payRefusal } from '@pay/emulator/book'
import type { Checker } from './checker.ts'

export const nothingPayable: Checker = {
  name: 'nothingPayable',
  promise: 'Nothing that is over can still be paid',
  check: (world, found) => {
    for (const trade of world.book.trades.values())
      if (
        trade.leaky !== true &&
        !world.isOrphan(trade) &&
        payRefusal(world.book, trade, world.quietAtMs) === undefined
      )
        found(`${trade.outTradeNo} can still be paid`)
  },
}
