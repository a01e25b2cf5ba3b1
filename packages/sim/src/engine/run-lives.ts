import { walkerOf } from '../walks/walkers.ts'
import type { Stage } from '../world/stage.ts'
import type { Violation } from '../world/world.ts'
import type { Coverage } from './coverage.ts'
import { type LifeOptions, type LifeOutcome, live } from './life.ts'

/** Which lives, and when to stop before they are all lived. */
export interface Run extends Pick<LifeOptions, 'weather' | 'scene'> {
  readonly seed: number
  readonly from: number
  /** The first life that is not lived. */
  readonly to: number
  /** Every how-manieth: threads share a run by taking turns. */
  readonly step?: number | undefined
  readonly coverage?: Coverage | undefined
  readonly stopAtViolation?: boolean | undefined
  readonly mostFailures?: number | undefined
  /** Stops when so much CPU time was used, by all threads together. */
  readonly cpuMs?: number | undefined
  readonly progress?: ((sofar: Tally) => void) | undefined
}

export interface Tally {
  lives: number
  faults: number
  awaits: number
  /** Of the lives that had any: the first few, with what was found. */
  readonly failures: Failure[]
  violations: number
  /** Of those, the lives in which money was lost or somebody's order moved: not only the books or a person's time. */
  moneyLost: number
  fewestFaults: number
  cpuMs: number
}

export interface Failure {
  readonly life: number
  readonly violations: readonly Violation[]
}

export const noLives = (): Tally => ({
  lives: 0,
  faults: 0,
  awaits: 0,
  failures: [],
  violations: 0,
  moneyLost: 0,
  fewestFaults: Number.POSITIVE_INFINITY,
  cpuMs: 0,
})

/** Adds what was lived elsewhere; of the failures, the first few are kept. Time is not added: threads run at once. */
export const addTally = (into: Tally, from: Tally): void => {
  into.lives += from.lives
  into.faults += from.faults
  into.awaits += from.awaits
  into.violations += from.violations
  into.moneyLost += from.moneyLost
  into.fewestFaults = Math.min(into.fewestFaults, from.fewestFaults)
  into.failures.push(...from.failures)
}

/** CPU time of all threads since `start`, in ms: the platform has no figure of one thread's own. */
export const cpuMsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** What only a person or the books notice, and no money is lost by. */
const notMoney: ReadonlySet<string> = new Set(['nothingStuck', 'sameBooks', 'ledger', 'noFalseAlarms', 'forged'])

export const keptFailures = 20
const progressEveryMs = 500

export const runLives = async (run: Run): Promise<Tally> => {
  const { seed, from, to, step = 1, coverage = new Map(), weather, scene, progress } = run
  const tally = noLives()
  const start = process.cpuUsage()
  let reportedMs = Date.now()
  let stage: Stage | undefined
  for (let life = from; life < to; life += step) {
    const walker = walkerOf(scene)
    let outcome: Omit<LifeOutcome, 'stage'>
    if (walker === undefined) {
      const lived = await live({ seed, life, coverage, weather, scene, stage })
      stage = lived.stage
      outcome = lived
    } else outcome = await walker.live({ seed, life, coverage })
    const { faults, awaits, violations } = outcome
    tally.lives++
    tally.faults += faults
    tally.awaits += awaits
    tally.fewestFaults = Math.min(tally.fewestFaults, faults)
    if (violations.length > 0) {
      tally.violations++
      if (violations.some(({ checker }) => !notMoney.has(checker))) tally.moneyLost++
      if (tally.failures.length < (run.mostFailures ?? keptFailures)) tally.failures.push({ life, violations })
      if (run.stopAtViolation === true || tally.violations === run.mostFailures) break
    }
    if (tally.lives % 64 !== 0) continue
    tally.cpuMs = cpuMsSince(start)
    if (run.cpuMs !== undefined && tally.cpuMs > run.cpuMs) break
    if (progress !== undefined && Date.now() - reportedMs > progressEveryMs) {
      reportedMs = Date.now()
      progress(tally)
      // Lives run in microtasks and ticks alone: without this, no message would leave the thread.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  tally.cpuMs = cpuMsSince(start)
  return tally
}
