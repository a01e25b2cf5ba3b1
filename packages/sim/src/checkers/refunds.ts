import { isDecided, takenBackFen } from './books.ts'
import type { Checker } from './checker.ts'

export const refunds: Checker = {
  name: 'refunds',
  promise: 'Never more went back than was paid, and every refund went back once, with its amount',
  check: (world, found) => {
    const decided = new Map<string, number>()
    for (const order of world.orders.values())
      for (const refund of order.refunds) if (isDecided(refund)) decided.set(refund.outRefundNo, refund.amountFen)
    for (const trade of world.book.trades.values()) {
      if (takenBackFen(trade) > trade.totalFee)
        found(`${trade.outTradeNo}: ${takenBackFen(trade)} of ${trade.totalFee} back`)
      for (const { outRefundNo, refundFee, state } of trade.refunds) {
        if (state === 'REFUNDCLOSE') continue
        const amountFen = decided.get(outRefundNo)
        if (amountFen !== refundFee && !world.isOrphan(trade))
          found(`${outRefundNo}: ${refundFee} fen went back, ${amountFen ?? 'nothing'} was decided`)
        decided.delete(outRefundNo)
      }
    }
    for (const [outRefundNo, amountFen] of decided)
      found(`${outRefundNo}: ${amountFen} fen were decided and never went back`)
  },
}
