import { buyer } from '../actors/buyer.ts'
import { timer } from '../actors/timer.ts'
import { skus } from '../world/shelf.ts'
import type { Scene } from './scene.ts'

/** One person buys one thing: the plain pay flow. */
export const payOne: Scene = (world) => {
  for (const { skuId } of skus) world.setStock(skuId, 5)
  buyer(world, 'oBuyer1000000000000000000000', 'buyer 1')
  timer(world, 1)
}
