import {
  type Address,
  type AskedLine,
  err,
  type OpenId,
  type PriceRefusal,
  priceOrder,
  type Result,
  type ShopQuote,
} from '@pay/core'
import type { Deps } from '../../deps.ts'

export interface AskedOrder {
  readonly lines: readonly AskedLine[]
  readonly couponIds: readonly string[]
  readonly address?: Address | undefined
}

/**
 * The lines at today's prices, less coupons, plus freight: one request for all goods, and nothing more while the terms of
 * the coupons and the freight are remembered. Whether a coupon is in the buyer's wallet shows when it is held.
 */
export const priceAsked = async (
  deps: Deps,
  asked: AskedOrder,
): Promise<Result<ShopQuote & { readonly orderable: boolean }, PriceRefusal>> => {
  const { lines, couponIds, address } = asked
  const [goods, coupons, { freight }] = await Promise.all([
    deps.goods.getMany([...new Set(lines.map((line) => line.goodsId))]),
    couponIds.length === 0 ? [] : deps.coupons.getMany([...new Set(couponIds)]),
    deps.settings.shop(),
  ])
  const unknown = couponIds.find((couponId, at) => coupons[at]?.couponId !== couponId)
  if (unknown !== undefined) return err({ code: 'COUPON_NOT_USABLE', couponId: unknown, why: 'unknown' })
  return priceOrder(lines, { goods, coupons, freight, address }, deps.clock.nowMs())
}

/** The coupons of a quote that this person cannot use after all: none in the wallet, or none left in it. */
export const spentCoupon = async (
  deps: Deps,
  owner: OpenId,
  couponIds: readonly string[],
): Promise<PriceRefusal | undefined> => {
  if (couponIds.length === 0) return undefined
  const wallets = await deps.coupons.walletsOf(owner)
  for (const couponId of couponIds) {
    const wallet = wallets.find((one) => one.couponId === couponId)
    if (wallet === undefined) return { code: 'COUPON_NOT_USABLE', couponId, why: 'unknown' }
    if (wallet.available < 1) return { code: 'COUPON_NOT_USABLE', couponId, why: 'spent' }
  }
  return undefined
}
