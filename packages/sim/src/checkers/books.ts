import type { Order, Refund as OurRefund } from '@pay/core'
import type { Refund, Trade } from '@pay/emulator/book'
import type { World } from '../world/world.ts'

/** WeChat's trades that were paid, with the order that they belong to. */
export const paidTrades = (world: World): { readonly trade: Trade; readonly order: Order | undefined }[] => {
  const paid: { readonly trade: Trade; readonly order: Order | undefined }[] = []
  for (const trade of world.book.trades.values())
    if (trade.payment !== undefined) paid.push({ trade, order: orderOf(world, trade) })
  return paid
}

export const orderOf = (world: World, trade: Trade): Order | undefined => {
  for (const order of world.orders.values())
    if (order.attempts.some(({ outTradeNo }) => outTradeNo === trade.outTradeNo)) return order
  return undefined
}

/** What WeChat gave back of a trade. */
export const backFen = (trade: Trade): number => sumOf(trade.refunds, ({ state }) => state === 'SUCCESS')

/** What WeChat gave back or is about to. */
export const takenBackFen = (trade: Trade): number => sumOf(trade.refunds, ({ state }) => state !== 'REFUNDCLOSE')

const sumOf = (refunds: readonly Refund[], counts: (refund: Refund) => boolean): number => {
  let sum = 0
  for (const refund of refunds) if (counts(refund)) sum += refund.refundFee
  return sum
}

/** The order is a sale: its money is ours to keep. */
export const isSale = ({ state }: Order): boolean => state === 'paid' || state === 'completed'

export const isDecided = ({ state }: OurRefund): boolean => state !== 'closed'
