import { attacker } from '../actors/attacker.ts'
import { payOne } from './pay-one.ts'
import type { Scene } from './scene.ts'

/** The plain pay flow, with somebody who means harm in three of ten lives. */
export const payAttacked: Scene = (world) => {
  payOne(world)
  if (world.scheduler.random.chance(0.3)) attacker(world, 3)
}
