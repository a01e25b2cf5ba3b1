import {
  type CouponClaimRefusal,
  type CouponView,
  couponWalletId,
  err,
  newCouponWallet,
  ok,
  type Result,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'

/** Puts a coupon into the caller's wallet. Claiming twice is claiming once. */
export const claimCoupon = async (
  deps: Deps,
  { couponId }: { readonly couponId: string },
  { caller }: Call,
): Promise<Result<CouponView, CouponClaimRefusal>> => {
  const nowMs = deps.clock.nowMs()
  const [coupon] = await deps.coupons.getMany([couponId])
  if (coupon === undefined) return err({ code: 'COUPON_GONE' })
  const id = couponWalletId(couponId, caller.openid)
  const mine = (await deps.coupons.uses.levels([id])).get(id)
  if (mine !== undefined) return ok({ coupon, usesLeft: mine })
  if (nowMs >= coupon.untilMs) return err({ code: 'COUPON_OVER' })
  // Counted down first: a claim that dies here loses one, the other way round it could hand out one too many.
  if (!(await deps.coupons.takeOne(couponId))) return err({ code: 'COUPON_GONE' })
  await deps.coupons.insertWallet(newCouponWallet(coupon, caller.openid, nowMs))
  return ok({ coupon, usesLeft: coupon.usesPerPerson })
}

export const listCoupons = async (deps: Deps, { caller }: Call) => {
  const nowMs = deps.clock.nowMs()
  const [claimable, wallets] = await Promise.all([deps.coupons.claimable(nowMs), deps.coupons.walletsOf(caller.openid)])
  const terms = await deps.coupons.getMany(wallets.map(({ couponId }) => couponId))
  const mine: CouponView[] = wallets.flatMap(({ couponId, available }) => {
    const coupon = terms.find((one) => one.couponId === couponId)
    return coupon === undefined ? [] : [{ coupon, usesLeft: available }]
  })
  const have = new Set(mine.map(({ coupon }) => coupon.couponId))
  return ok({ toClaim: claimable.filter(({ couponId }) => !have.has(couponId)), mine })
}
