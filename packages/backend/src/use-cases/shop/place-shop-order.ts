import { err, newShopDetail, ok, type ParsedOf, type shopContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import type { Call } from '../../serve/call.ts'
import { placePayment } from '../order/place-payment.ts'
import { priceAsked } from './price-asked.ts'

type Input = ParsedOf<typeof shopContract, 'placeOrder'>

/** Prices read → order placed with its stock and coupons held: for the database 2 requests and 1 per line and coupon. */
export const placeShopOrder = async (deps: Deps, input: Input, call: Call) => {
  const { requestId, lines, remark, couponIds, address } = input
  const requestDigest = digestOf({ lines, remark, couponIds, address })
  return placePayment(deps, { requestId, requestDigest }, await priceToPay(deps, input), call)
}

const priceToPay = async (deps: Deps, input: Input) => {
  const quote = await priceAsked(deps, input)
  if (!quote.ok) return quote
  if (!quote.value.orderable) return err({ code: 'ADDRESS_NEEDED' })
  const { lines, price } = quote.value
  return ok({
    detail: newShopDetail(quote.value, input.remark, input.address),
    totalFen: price.totalFen,
    titles: lines.map((line) => line.title),
  })
}
