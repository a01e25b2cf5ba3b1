import type { World } from '../world/world.ts'

/** The timer fires, now and then while the last run is still busy, and in the cloud sometimes twice. */
export const timer = (world: World, times: number): void => {
  for (let at = 1; at <= times; at++) {
    const process = world.scheduler.process('housekeeping', 'function', 'timer', { SOURCE: 'wx_trigger' })
    world.scheduler.later(process, 'fire', 'none', () =>
      world.scheduler.start(process, () => world.functions.housekeeping({}, {})),
    )
  }
}
