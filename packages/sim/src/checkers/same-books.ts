import { chargeOf, refundStateOf } from '../world/charges.ts'
import type { Checker } from './checker.ts'

export const sameBooks: Checker = {
  name: 'sameBooks',
  promise: 'Our orders and WeChat’s book tell the same: every payment, every refund, every fen',
  check: (world, found) => {
    for (const { orderNo, attempts, refunds } of world.orders.values()) {
      for (const { outTradeNo, paid } of attempts) {
        const payment = chargeOf(world, outTradeNo)?.payment
        if (paid?.transactionId !== payment?.transactionId)
          found(
            `${outTradeNo}: paid by ${paid?.transactionId ?? 'nobody'} here, ${payment?.transactionId ?? 'nobody'} there`,
          )
      }
      for (const { outRefundNo, state } of refunds) {
        const there = refundStateOf(world, outRefundNo)
        const settled = there === 'SUCCESS'
        if ((state === 'settled') !== settled)
          found(`${orderNo}: refund ${outRefundNo} is ${state} here, ${there ?? 'unknown'} there`)
      }
    }
  },
}
