import type { World } from '../world/world.ts'

/** Looks at a world that has healed and says what is wrong with it. */
export interface Checker {
  readonly name: string
  /** The promise, as a sentence. */
  readonly promise: string
  readonly check: (world: World, found: (what: string) => void) => void
}
