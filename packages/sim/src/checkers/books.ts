import type { Order, Refund as OurRefund } from '@pay/core'
import { type Charge, type ChargeBack, chargesOf } from '../world/charges.ts'
import type { World } from '../world/world.ts'

/** WeChat's charges that were paid, with the order that they belong to. */
export const paidCharges = (world: World): { readonly charge: Charge; readonly order: Order | undefined }[] => {
  const paid: { readonly charge: Charge; readonly order: Order | undefined }[] = []
  for (const charge of chargesOf(world))
    if (charge.payment !== undefined) paid.push({ charge, order: orderOf(world, charge) })
  return paid
}

export const orderOf = (world: World, charge: Pick<Charge, 'outTradeNo'>): Order | undefined => {
  for (const order of world.orders.values())
    if (order.attempts.some(({ outTradeNo }) => outTradeNo === charge.outTradeNo)) return order
  return undefined
}

/** What WeChat gave back of a charge. */
export const backFen = (charge: Pick<Charge, 'refunds'>): number =>
  sumOf(charge.refunds, ({ state }) => state === 'SUCCESS')

/** What WeChat gave back or is about to. */
export const takenBackFen = (charge: Pick<Charge, 'refunds'>): number =>
  sumOf(charge.refunds, ({ state }) => state !== 'REFUNDCLOSE')

const sumOf = (refunds: readonly ChargeBack[], counts: (refund: ChargeBack) => boolean): number => {
  let sum = 0
  for (const refund of refunds) if (counts(refund)) sum += refund.refundFee
  return sum
}

/** The order is a sale: its money is ours to keep. */
export const isSale = ({ state, detail }: Order): boolean =>
  (state === 'paid' || state === 'completed') && !(detail.vertical === 'tip' && detail.progress === 'takenBack')

export const isDecided = ({ state }: OurRefund): boolean => state !== 'closed'
