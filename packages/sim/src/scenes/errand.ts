import { attacker } from '../actors/attacker.ts'
import { errandBuyer } from '../actors/errand-buyer.ts'
import { errandOwner } from '../actors/errand-owner.ts'
import { runner } from '../actors/runner.ts'
import { timer } from '../actors/timer.ts'
import { owner } from '../world/functions.ts'
import type { World } from '../world/world.ts'
import type { Scene } from './scene.ts'

/** Somebody needs help; two who want the job, one of them perhaps the buyer himself. */
export const errand: Scene = async (world) => {
  const { random } = world.scheduler
  const buyer = 'oBuyer1000000000000000000000'
  const runners = ['oRunner100000000000000000000', 'oRunner200000000000000000000', buyer]
  const count = random.pick([1, 2, 2, 3])
  for (let at = 0; at < count; at++) await approve(world, runners[at] as string)
  errandBuyer(world, buyer, 'buyer 1')
  for (let at = 0; at < count; at++) runner(world, runners[at] as string, `runner ${at + 1}`)
  if (random.chance(0.5)) errandOwner(world, 1 + random.below(3))
  if (random.chance(0.15)) attacker(world, 1 + random.below(3))
  timer(world, random.below(3))
}

const approve = async (world: World, openid: string): Promise<void> => {
  const self = { SOURCE: 'wx_client', OPENID: openid }
  const applied = await world.prepared(self, 'errand', 'apply', { name: '李师傅', phone: '13900000002' })
  const { runnerNo } = applied as { readonly runnerNo: string }
  await world.prepared({ SOURCE: 'wx_client', OPENID: owner }, 'owner', 'auditRunner', { runnerNo, move: 'approve' })
}
