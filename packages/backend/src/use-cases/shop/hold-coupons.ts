import { couponWalletId, err, type Order, ok, type Refusal, type Result, type ShopDetail } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { EffectOutcome, EffectRunner } from '../order/effect-runner.ts'

/** Holds one use of each coupon of the order: one request per coupon. */
export const holdCoupons = async (deps: Deps, order: Order): Promise<Result<undefined, Refusal>> => {
  const coupons = (order.detail as ShopDetail).coupons ?? []
  const nowMs = deps.clock.nowMs()
  const answers = await Promise.all(
    coupons.map(({ couponId }) =>
      deps.coupons.uses.reserve(couponWalletId(couponId, order.buyer), { claim: order.orderNo, quantity: 1 }, nowMs),
    ),
  )
  const at = answers.findIndex(({ kind }) => kind !== 'reserved')
  const couponId = coupons[at]?.couponId
  return couponId === undefined ? ok(undefined) : err({ code: 'COUPON_NOT_USABLE', couponId, why: 'spent' })
}

export const commitCoupons: EffectRunner<'shop.commitCoupons'> = async (deps, order, { couponIds }) => {
  for (const couponId of couponIds)
    await deps.coupons.uses.commit(couponWalletId(couponId, order.buyer), claimOf(order), deps.clock.nowMs())
  return done
}

export const releaseCoupons: EffectRunner<'shop.releaseCoupons'> = async (deps, order, { couponIds }) => {
  for (const couponId of couponIds)
    await deps.coupons.uses.release(couponWalletId(couponId, order.buyer), claimOf(order), deps.clock.nowMs())
  return done
}

export const takeBackCoupons: EffectRunner<'shop.takeBackCoupons'> = async (deps, order, { couponIds, part }) => {
  if (order.outbox.some(({ effect }) => effect.kind === 'shop.commitCoupons'))
    return { kind: 'later', reason: 'the coupons are still to be used first' }
  const nowMs = deps.clock.nowMs()
  for (const couponId of couponIds) {
    const id = couponWalletId(couponId, order.buyer)
    const answer = await deps.coupons.uses.takeBack(id, { ...claimOf(order), part }, nowMs)
    // Used so long ago that housekeeping has forgotten the hold: counted in by its own name instead.
    if (answer === 'notCommitted') await deps.coupons.uses.add(id, 1, `${order.orderNo}:${part}`, nowMs)
  }
  return done
}

const claimOf = ({ orderNo }: Order) => ({ claim: orderNo, quantity: 1 })
const done: EffectOutcome = { kind: 'done' }
