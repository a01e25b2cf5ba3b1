import type { Order } from '@pay/core'
import { chargesOf } from '../world/charges.ts'
import { isDecided, takenBackFen } from './books.ts'
import type { Checker } from './checker.ts'

export const refunds: Checker = {
  name: 'refunds',
  promise: 'Never more went back than was paid, and every refund went back once, with its amount',
  check: (world, found) => {
    const decided = new Map<string, number>()
    for (const order of world.orders.values()) wrongClaims(order, found)
    for (const order of world.orders.values())
      for (const refund of order.refunds) if (isDecided(refund)) decided.set(refund.outRefundNo, refund.amountFen)
    for (const charge of chargesOf(world)) {
      if (takenBackFen(charge) > charge.totalFee)
        found(`${charge.outTradeNo}: ${takenBackFen(charge)} of ${charge.totalFee} back`)
      for (const { outRefundNo, refundFee, state, byHand } of charge.refunds) {
        if (state === 'REFUNDCLOSE' || byHand === true) continue
        const amountFen = decided.get(outRefundNo)
        if (amountFen !== refundFee && !world.isOrphan(charge))
          found(`${outRefundNo}: ${refundFee} fen went back, ${amountFen ?? 'nothing'} was decided`)
        decided.delete(outRefundNo)
      }
    }
    for (const [outRefundNo, amountFen] of decided)
      found(`${outRefundNo}: ${amountFen} fen were decided and never went back`)
  },
}

/** A piece is claimed once, a claim is made once, and only a sale that is all paid back is taken back. */
const wrongClaims = ({ orderNo, detail, refunds, totalFen, paidBy }: Order, found: (what: string) => void): void => {
  if (detail.vertical !== 'shop') return
  const claims = (detail.afterSales ?? []).filter(({ state }) => state !== 'refused' && state !== 'withdrawn')
  for (const { skuId, quantity } of detail.lines) {
    let claimed = 0
    for (const { pieces } of claims) for (const one of pieces) if (one.skuId === skuId) claimed += one.quantity
    if (claimed > quantity) found(`${orderNo}: ${claimed} of ${quantity} pieces of ${skuId} are claimed`)
  }
  const asked = (detail.afterSales ?? []).map(({ requestId }) => requestId)
  if (new Set(asked).size < asked.length) found(`${orderNo}: one claim was written down twice`)
  if (detail.fulfilment !== 'revoked') return
  let back = 0
  for (const refund of refunds) if (refund.outTradeNo === paidBy && isDecided(refund)) back += refund.amountFen
  if (back !== totalFen) found(`${orderNo} was taken back for ${back} of ${totalFen} fen`)
}
