import { attacker } from '../actors/attacker.ts'
import { fan } from '../actors/fan.ts'
import { timer } from '../actors/timer.ts'
import { tipOwner } from '../actors/tip-owner.ts'
import type { Scene } from './scene.ts'

/** One or two people who give to a potter, by goods or by coins; sometimes one of them twice. */
export const tip: Scene = (world) => {
  const { random } = world.scheduler
  world.openTips()
  const people = random.pick([1, 1, 2])
  const same = random.chance(0.4)
  for (let at = 1; at <= people; at++) fan(world, `oFan${same ? 1 : at}00000000000000000000000`, `fan ${at}`)
  if (random.chance(0.5)) tipOwner(world, 1 + random.below(4))
  if (random.chance(0.15)) attacker(world, 1 + random.below(3))
  timer(world, random.below(3))
}
