import { buyer } from '../actors/buyer.ts'
import { timer } from '../actors/timer.ts'
import { skus } from '../world/shelf.ts'
import type { Scene } from './scene.ts'

/** One or two people in a small shop. */
export const shop: Scene = (world) => {
  const { random } = world.scheduler
  for (const { skuId } of skus) world.setStock(skuId, random.below(6))
  const people = random.pick([1, 1, 2])
  for (let at = 1; at <= people; at++) buyer(world, `oBuyer${at}000000000000000000000`, `buyer ${at}`)
  timer(world, random.below(3))
}
