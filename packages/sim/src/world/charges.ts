import { envKey, type VirtualOrder } from '@pay/emulator/xpay-book'
import type { World } from './world.ts'

/** A payment as WeChat knows it, on whichever rail. */
export interface Charge {
  readonly outTradeNo: string
  readonly openid: string
  readonly totalFee: number
  readonly payment?: { readonly transactionId: string; readonly paidAtMs: number }
  readonly refunds: readonly ChargeBack[]
}

export interface ChargeBack {
  readonly outRefundNo: string
  readonly refundFee: number
  readonly state: string
  /** Not asked for by us. */
  readonly byHand?: boolean
}

/** Everything at WeChat that was ordered, paid or not. */
export const chargesOf = (world: World): Iterable<Charge> => {
  const virtual = world.xpay.book.orders
  if (virtual.size === 0) return world.book.trades.values()
  return [...world.book.trades.values(), ...[...virtual.values()].map((order) => virtualCharge(world, order))]
}

export const chargeOf = (world: World, outTradeNo: string): Charge | undefined => {
  const trade = world.book.trades.get(`${world.mchid}/${outTradeNo}`)
  if (trade !== undefined) return trade
  const order = world.xpay.book.orders.get(envKey(0, outTradeNo))
  return order === undefined ? undefined : virtualCharge(world, order)
}

/** WeChat's word on one of our refunds. */
export const refundStateOf = (world: World, outRefundNo: string): string | undefined => {
  const entry = world.book.refunds.get(`${world.mchid}/${outRefundNo}`)
  if (entry !== undefined) return entry.refund.state
  for (const { bizMeta, doneAtMs } of world.xpay.book.refunds.values())
    if (bizMeta === outRefundNo) return doneAtMs === undefined ? 'PROCESSING' : 'SUCCESS'
  return undefined
}

const virtualCharge = ({ xpay }: World, order: VirtualOrder): Charge => {
  const { outTradeNo, openid, orderFee, transactionId, paidAtMs } = order
  const refunds: ChargeBack[] = []
  for (const { outTradeNo: of, bizMeta, refundOrderId, fee, doneAtMs } of xpay.book.refunds.values())
    if (of === outTradeNo)
      refunds.push({
        outRefundNo: bizMeta || refundOrderId,
        refundFee: fee,
        state: doneAtMs === undefined ? 'PROCESSING' : 'SUCCESS',
        byHand: bizMeta === '',
      })
  const paid = transactionId === undefined || paidAtMs === undefined ? {} : { payment: { transactionId, paidAtMs } }
  return { outTradeNo, openid, totalFee: orderFee, refunds, ...paid }
}
