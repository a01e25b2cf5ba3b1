import type { World } from '../world/world.ts'

/** Puts people, stock and timers into a new world. */
export type Scene = (world: World) => void | Promise<void>
