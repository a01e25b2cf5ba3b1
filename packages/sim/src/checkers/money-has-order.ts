import { envKey } from '@pay/emulator/xpay-book'
import type { World } from '../world/world.ts'
import { backFen, isSale, paidCharges } from './books.ts'
import type { Checker } from './checker.ts'

export const moneyHasOrder: Checker = {
  name: 'moneyHasOrder',
  promise: 'Money that was taken made its order paid, or went back',
  check: (world, found) => {
    for (const { charge, order } of paidCharges(world)) {
      if (
        order !== undefined &&
        isSale(order) &&
        order.paidBy === charge.outTradeNo &&
        backFen(charge) === charge.totalFee
      )
        found(`${charge.outTradeNo}: all of it is back, and the order still counts as a sale`)
      const kept = order !== undefined && isSale(order) && order.paidBy === charge.outTradeNo
      if (order === undefined && isListed(world, charge.outTradeNo)) continue
      if (!kept && backFen(charge) !== charge.totalFee)
        found(
          `${charge.outTradeNo}: ${charge.totalFee} fen taken, ${backFen(charge)} back, order ${order?.state ?? 'none'}`,
        )
    }
  },
}

/** Virtual payment has no bill to confirm that no order explains the money: there a person gives it back. */
const isListed = (world: World, outTradeNo: string): boolean =>
  world.xpay.book.orders.has(envKey(0, outTradeNo)) && world.incidents.has(`orphanPayment-${outTradeNo}`)
