import { err, type PriceRefusal, type Result, type ShopQuote } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { type AskedOrder, priceAsked, spentCoupon } from './price-asked.ts'

/** What the lines would cost now. Promises nothing and writes nothing. */
export const quoteLines = async (
  deps: Deps,
  input: AskedOrder,
  { caller }: Call,
): Promise<Result<ShopQuote, PriceRefusal>> => {
  const quote = await priceAsked(deps, input)
  if (!quote.ok) return quote
  const spent = await spentCoupon(deps, caller.openid, input.couponIds)
  return spent === undefined ? quote : err(spent)
}
