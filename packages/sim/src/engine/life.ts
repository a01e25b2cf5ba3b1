import { check } from '../checkers/index.ts'
import { sceneOf } from '../scenes/index.ts'
import { type Violation, World } from '../world/world.ts'
import type { Coverage } from './coverage.ts'
import { heal } from './heal.ts'
import { randomOf } from './random.ts'
import { Scheduler } from './scheduler.ts'
import { drawWeather, type Weather } from './weather.ts'

export interface LifeOptions {
  readonly seed: number
  readonly life: number
  readonly coverage: Coverage
  /** Told every step: the story. */
  readonly tell?: ((line: string) => void) | undefined
  /** Who lives: everybody, unless named. */
  readonly scene?: string | undefined
  /** The weather as drawn, changed. */
  readonly weather?: ((drawn: Weather) => Weather) | undefined
}

export interface LifeOutcome {
  readonly faults: number
  readonly awaits: number
  readonly violations: readonly Violation[]
}

/** One whole life: people, servers and WeChat in a storm; then calm; then every checker. */
export const live = async ({ seed, life, coverage, tell, weather, scene }: LifeOptions): Promise<LifeOutcome> => {
  const random = randomOf(seed, life)
  const drawn = drawWeather(random)
  const scheduler = new Scheduler({
    random,
    weather: weather === undefined ? drawn : weather(drawn),
    coverage,
    startMs: Date.UTC(2026, 10, 21, 4),
    tell,
  })
  const world = new World(scheduler)
  sceneOf(scene)(world)
  await scheduler.run()
  await heal(world)
  check(world)
  const { faults, awaits } = scheduler
  return { faults, awaits, violations: world.violations }
}
