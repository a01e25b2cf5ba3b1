import { allocateFen } from '../money/allocate-fen.ts'
import { lesserFen, subtractFen, sumFen } from '../money/calculate.ts'
import { type Fen, zeroFen } from '../money/fen.ts'
import { percentageOfFen } from '../money/percentage-of-fen.ts'
import { err, ok, type Result } from '../result.ts'
import type { Coupon } from './coupon.ts'
import type { Goods } from './goods.ts'
import type { ShopLine, UsedCoupon } from './shop-detail.ts'

export type CouponRefusal =
  | {
      readonly code: 'COUPON_NOT_USABLE'
      readonly couponId: string
      readonly why: /** No such coupon in this person's wallet. */
        | 'unknown'
        /** Used up, or held by an order that is still open. */
        | 'spent'
        | 'notYet'
        | 'over'
        /** Nothing in the order is within its scope. */
        | 'scope'
        /** It may not stand beside the others, or stands twice. */
        | 'alone'
    }
  | { readonly code: 'COUPON_THRESHOLD'; readonly couponId: string; readonly missingFen: Fen }

export interface Discounted {
  /** Each with its share of the discount. */
  readonly lines: readonly ShopLine[]
  readonly coupons: readonly UsedCoupon[]
  readonly discountFen: Fen
}

/**
 * Takes the coupons off the lines. Thresholds are compared with prices before any discount, so that the order of the
 * coupons decides nothing but the fen of percentages: amounts come off first, then percentages of what is left, each by
 * coupon id. A coupon's discount is divided over the lines in its scope by largest remainder, which is what a refund of
 * one line will go by. Every priced line keeps its share; no line falls below 0.
 */
export const takeCouponsOff = (
  lines: readonly ShopLine[],
  goods: readonly Goods[],
  coupons: readonly Coupon[],
  nowMs: number,
): Result<Discounted, CouponRefusal> => {
  const bad = coupons
    .map((coupon) => troubleWith(coupon, coupons, lines, goods, nowMs))
    .find((one) => one !== undefined)
  if (bad !== undefined) return err(bad)

  let current = lines
  const used: UsedCoupon[] = []
  for (const coupon of [...coupons].sort(amountsFirst)) {
    const within = current.map((line) => (inScope(coupon, line, goods) ? netFen(line) : zeroFen))
    const discountFen = discountOf(coupon, sumFen(within))
    const shares = allocateFen(discountFen, within)
    current = current.map((line, at) => withDiscount(line, shares[at] ?? zeroFen))
    used.push({ couponId: coupon.couponId, title: coupon.title, discountFen })
  }
  return ok({ lines: current, coupons: used, discountFen: sumFen(used.map((one) => one.discountFen)) })
}

/** What a line costs after its share of the discount. */
export const netFen = (line: ShopLine): Fen => subtractFen(line.amountFen, line.discountFen ?? zeroFen)

const withDiscount = (line: ShopLine, more: Fen): ShopLine => {
  const discountFen = sumFen([line.discountFen ?? zeroFen, more])
  return discountFen === 0 ? line : { ...line, discountFen }
}

const discountOf = ({ off }: Coupon, withinFen: Fen): Fen => {
  if (off.kind === 'amount') return lesserFen(off.offFen, withinFen)
  return lesserFen(percentageOfFen(withinFen, off.offBasisPoints, 'down'), off.mostFen)
}

const troubleWith = (
  coupon: Coupon,
  all: readonly Coupon[],
  lines: readonly ShopLine[],
  goods: readonly Goods[],
  nowMs: number,
): CouponRefusal | undefined => {
  const { couponId } = coupon
  const unusable = (why: Extract<CouponRefusal, { why: unknown }>['why']) =>
    ({ code: 'COUPON_NOT_USABLE', couponId, why }) as const
  if (nowMs < coupon.fromMs) return unusable('notYet')
  if (nowMs >= coupon.untilMs) return unusable('over')
  const others = all.filter((other) => other !== coupon)
  if (others.some((other) => other.couponId === couponId) || (others.length > 0 && !coupon.stacks))
    return unusable('alone')
  const within = lines.filter((line) => inScope(coupon, line, goods))
  if (within.length === 0) return unusable('scope')
  const amount = sumFen(within.map((line) => line.amountFen))
  if (amount >= coupon.thresholdFen) return undefined
  return { code: 'COUPON_THRESHOLD', couponId, missingFen: subtractFen(coupon.thresholdFen, amount) }
}

const inScope = ({ scope }: Coupon, line: ShopLine, goods: readonly Goods[]): boolean => {
  switch (scope.kind) {
    case 'all':
      return true
    case 'goods':
      return scope.goodsIds.includes(line.goodsId)
    case 'category': {
      const category = goods.find((one) => one.goodsId === line.goodsId)?.category
      return category !== undefined && scope.categories.includes(category)
    }
  }
}

const amountsFirst = (one: Coupon, other: Coupon): number =>
  Number(one.off.kind === 'percent') - Number(other.off.kind === 'percent') || (one.couponId < other.couponId ? -1 : 1)
