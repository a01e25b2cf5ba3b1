import { timer } from '../actors/timer.ts'
import { check } from '../checkers/index.ts'
import { sceneOf } from '../scenes/index.ts'
import type { Stage } from '../world/stage.ts'
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
  /** Where the life before was played, for speed. */
  readonly stage?: Stage | undefined
}

export interface LifeOutcome {
  readonly faults: number
  readonly awaits: number
  readonly violations: readonly Violation[]
  readonly stage: Stage
}

/** One whole life: people, servers and WeChat in a storm; then calm; then every checker. */
export const live = async ({
  seed,
  life,
  coverage,
  tell,
  weather,
  scene,
  stage,
}: LifeOptions): Promise<LifeOutcome> => {
  const random = randomOf(seed, life)
  const drawn = drawWeather(random)
  const scheduler = new Scheduler({
    random,
    weather: weather === undefined ? drawn : weather(drawn),
    coverage,
    startMs: Date.UTC(2026, 10, 21, 4),
    tell,
  })
  const world = new World(scheduler, stage === undefined ? {} : { stage })
  await sceneOf(scene)(world)
  await scheduler.run()
  if (weather === undefined) await untilStruck(world)
  if (random.chance(scheduler.weather.rowLost)) loseRow(world)
  await heal(world)
  check(world)
  const { faults, awaits } = scheduler
  return { faults, awaits, violations: world.violations, stage: world.stage }
}

/** No life gets by with fewer. */
export const leastFaults = 4

/** A life in fair weather: the servers have a bad hour before it ends. */
const untilStruck = async (world: World): Promise<void> => {
  const { scheduler } = world
  if (scheduler.faults >= leastFaults) return
  scheduler.worsen()
  while (scheduler.faults < leastFaults) {
    timer(world, 2)
    await scheduler.run()
  }
}

/** The database forgets an order that is not paid yet, as far as it knows: the bill still knows the money. */
const loseRow = (world: World): void => {
  const { random, tell } = world.scheduler
  const open = [...world.orders.values()].filter(({ state }) => state === 'unpaid' || state === 'closing')
  if (open.length === 0) return
  const { orderNo } = random.pick(open)
  world.orders.delete(orderNo)
  world.rowsLost = true
  world.scheduler.fault()
  tell?.(`the database forgets ${orderNo}  ⚡`)
}
