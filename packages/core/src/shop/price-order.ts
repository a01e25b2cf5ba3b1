import type { Address } from '../address/address.ts'
import { subtractFen, sumFen } from '../money/calculate.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { leastOrderFen, mostOrderFen } from '../money/order-range.ts'
import { err, ok, type Result } from '../result.ts'
import type { Coupon } from './coupon.ts'
import { type CouponRefusal, type Discounted, takeCouponsOff } from './discount.ts'
import { type FreightRefusal, type FreightTemplate, freightOf } from './freight.ts'
import type { Goods } from './goods.ts'
import { type AskedLine, priceLines } from './price.ts'
import type { ShopQuote, ShopRefusal } from './shop-contract.ts'
import type { ShopLine } from './shop-detail.ts'

/** Everything that a price depends on, as the server read it. */
export interface PricedBy {
  readonly goods: readonly Goods[]
  /** In this person's wallet, and wanted for this order. */
  readonly coupons: readonly Coupon[]
  /** Absent: sending costs nothing and goes anywhere. */
  readonly freight?: FreightTemplate | undefined
  readonly address?: Address | undefined
}

export type PriceRefusal = ShopRefusal | CouponRefusal | FreightRefusal

/** An order's price: lines, less coupons, plus freight. Without an address the freight is left out, and `orderable` is false. */
export const priceOrder = (
  asked: readonly AskedLine[],
  by: PricedBy,
  nowMs: number,
): Result<ShopQuote & { readonly orderable: boolean }, PriceRefusal> => {
  const priced = priceLines(asked, by.goods)
  if (!priced.ok) return priced
  const discounted = takeCouponsOff(priced.value.lines, by.goods, by.coupons, nowMs)
  if (!discounted.ok) return discounted

  const { goodsFen } = priced.value.price
  const freight = freightFor(discounted.value, by, subtractFen(goodsFen, discounted.value.discountFen))
  if (!freight.ok) return freight
  const freightFen = freight.value ?? zeroFen
  const { lines, coupons, discountFen } = leaveOneFen(discounted.value, sumFen([goodsFen, freightFen]))
  const totalFen = subtractFen(sumFen([goodsFen, freightFen]), discountFen)
  if (totalFen > mostOrderFen)
    return err({ code: 'AMOUNT_OUT_OF_RANGE', leastFen: leastOrderFen, mostFen: mostOrderFen })
  return ok({
    lines,
    price: { goodsFen, freightFen, discountFen, totalFen },
    coupons,
    orderable: freight.value !== undefined,
  })
}

/** `undefined`: the address has to be known first. */
const freightFor = ({ lines }: Discounted, by: PricedBy, goodsFen: Fen): Result<Fen | undefined, FreightRefusal> => {
  if (by.freight === undefined) return ok(zeroFen)
  if (by.address === undefined) return ok(undefined)
  const gramsOf = (line: ShopLine) =>
    by.goods.find(({ goodsId }) => goodsId === line.goodsId)?.skus.find(({ skuId }) => skuId === line.skuId)?.grams ?? 0
  const pieces = lines.map((line) => ({ quantity: line.quantity, grams: gramsOf(line) }))
  return freightOf(by.freight, by.address.province, pieces, goodsFen)
}

/** WeChat takes no payment of nothing: where coupons cover all, they leave one fen. */
const leaveOneFen = (discounted: Discounted, costFen: Fen): Discounted => {
  if (discounted.discountFen < costFen) return discounted
  const lastOf = <T extends { readonly discountFen?: Fen }>(all: readonly T[]): readonly T[] => {
    const last = all.reduce((found, { discountFen = zeroFen }, at) => (discountFen > 0 ? at : found), -1)
    return all.map((one, at) => (at === last ? { ...one, discountFen: fen((one.discountFen ?? zeroFen) - 1) } : one))
  }
  return {
    lines: lastOf(discounted.lines),
    coupons: lastOf(discounted.coupons),
    discountFen: subtractFen(discounted.discountFen, leastOrderFen),
  }
}
