import { backFen, isSale, paidTrades } from './books.ts'
import type { Checker } from './checker.ts'

export const moneyHasOrder: Checker = {
  name: 'moneyHasOrder',
  promise: 'Money that was taken made its order paid, or went back',
  check: (world, found) => {
    for (const { trade, order } of paidTrades(world)) {
      if (
        order !== undefined &&
        isSale(order) &&
        order.paidBy === trade.outTradeNo &&
        backFen(trade) === trade.totalFee
      )
        found(`${trade.outTradeNo}: all of it is back, and the order still counts as a sale`)
      const kept = order !== undefined && isSale(order) && order.paidBy === trade.outTradeNo
      if (!kept && backFen(trade) !== trade.totalFee)
        found(
          `${trade.outTradeNo}: ${trade.totalFee} fen taken, ${backFen(trade)} back, order ${order?.state ?? 'none'}`,
        )
    }
  },
}
