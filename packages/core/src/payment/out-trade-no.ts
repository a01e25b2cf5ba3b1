import type { OrderNo, OutTradeNo } from '../identity/ids.ts'

/** The order number with the attempt's number, from 1: 28 or 29 characters, WeChat takes 32. */
export const outTradeNoOf = (orderNo: OrderNo, attempt: number): OutTradeNo => `${orderNo}-${attempt}` as OutTradeNo

/** The order that an outTradeNo belongs to; `undefined` for a number that we never make. */
export const orderNoOf = (outTradeNo: string): OrderNo | undefined => {
  const match = /^([0-9A-Z]{26})-[1-9][0-9]?$/.exec(outTradeNo)
  return match?.[1] as OrderNo | undefined
}
