import { attacker } from '../actors/attacker.ts'
import { buyer, type Habits } from '../actors/buyer.ts'
import { shopOwner } from '../actors/owner.ts'
import { timer } from '../actors/timer.ts'
import { coupons } from '../world/coupons.ts'
import { skus } from '../world/shelf.ts'
import type { Scene } from './scene.ts'

/** One or two people in a small shop with an owner, and sometimes somebody who means harm. */
export const shop: Scene = (world) => {
  const { random } = world.scheduler
  for (const { skuId } of skus) world.setStock(skuId, random.pick([0, 1, 2, 5, 9]))
  const habits: Habits = random.pick([
    { coupon: 0, afterSale: 0, confirm: 0 },
    { coupon: 0.7, afterSale: 0, confirm: 0.3 },
    { coupon: 0.3, afterSale: 0.9, confirm: 0.3 },
  ])
  if (habits.coupon > 0) for (const coupon of coupons) void world.coupons.insert(coupon, 2)
  const people = random.pick([1, 1, 2])
  // Two orders may be one person's, who has one coupon.
  const same = random.chance(0.3)
  for (let at = 1; at <= people; at++)
    buyer(world, `oBuyer${same ? 1 : at}000000000000000000000`, `buyer ${at}`, habits)
  if (habits.afterSale > 0 || random.chance(0.4)) shopOwner(world, 1 + random.below(habits.afterSale > 0 ? 7 : 4))
  if (random.chance(0.2)) attacker(world, 1 + random.below(3))
  timer(world, random.below(3))
}
