import { type Coverage, callCells, cellAt, cellsOf } from './coverage.ts'
import { type Fate, fateSaid, fates } from './fate.ts'
import type { Context, Process } from './process.ts'
import type { Random } from './random.ts'
import type { Weather } from './weather.ts'

/**
 * Runs many processes as one: every call to the world parks its caller, and one parked call at a time is picked, happens,
 * and lets its process run to the next. What a call does it does when it is picked, not when it is made.
 */
export class Scheduler {
  nowMs: number
  awaits = 0
  faults = 0
  /** No more faults, no more choices: calls happen at once. */
  healing = false
  current: Process
  readonly random: Random
  readonly weather: Weather
  readonly tell: ((line: string) => void) | undefined
  risks: Readonly<Record<Risk, Fates>>
  readonly #coverage: Coverage
  readonly #parked: Parked[] = []
  #idle: (() => void) | undefined

  constructor(options: {
    readonly random: Random
    readonly weather: Weather
    readonly coverage: Coverage
    readonly startMs: number
    readonly tell?: ((line: string) => void) | undefined
  }) {
    this.random = options.random
    this.weather = options.weather
    this.tell = options.tell
    this.#coverage = options.coverage
    this.nowMs = options.startMs
    const { die, answerLost, failed, network } = options.weather
    this.risks = {
      port: { die, answerLost, failed },
      network: { die: network / 4, answerLost: network / 2, failed: network / 2 },
      none: { die: 0, answerLost: 0, failed: 0 },
    }
    this.current = this.process('nobody', 'world', 'nobody', { SOURCE: '' })
  }

  process(name: string, kind: Process['kind'], who: string, context: Context): Process {
    const { skewMs } = this.weather
    return {
      name,
      kind,
      who,
      context,
      skewMs: skewMs === 0 ? 0 : this.random.below(2 * skewMs + 1) - skewMs,
      calls: cellsOf(this.#coverage, name),
      state: 0,
      dead: false,
    }
  }

  /** Runs `body` as `process` until its first call. */
  start<T>(process: Process, body: () => Promise<T>, done?: (answer: Settled<T>) => void): void {
    this.current = process
    body().then(
      (value) => {
        if (!process.dead) done?.({ ok: true, value })
      },
      (error: unknown) => {
        if (!process.dead) done?.({ ok: false, error })
      },
    )
  }

  /** A call of the running process. `happen` is called once, with its fate, unless the process dies before. */
  park(call: string, risk: Risk, happen: (fate: Fate) => void): void {
    this.#parked.push({ process: this.current, call, risk, happen })
  }

  /** Something that will happen to a process that did not ask for it: an answer on its way, a notice to send. */
  later(process: Process, call: string, risk: Risk, happen: (fate: Fate) => void): void {
    if (!process.dead) this.#parked.push({ process, call, risk, happen })
  }

  kill(process: Process): void {
    if (process.dead) return
    process.dead = true
    for (let at = this.#parked.length - 1; at >= 0; at--)
      if (this.#parked[at]?.process === process) this.#parked.splice(at, 1)
    process.onDeath?.()
  }

  /** Resolves when nothing is parked any more. */
  run(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle = resolve
      nothing.then(this.#settle)
    })
  }

  /** The storm at its worst, whatever the weather was. */
  worsen(): void {
    this.risks = { ...this.risks, port: { die: 0.06, answerLost: 0.15, failed: 0.15 } }
  }

  fault(): void {
    this.faults++
  }

  /**
   * A tick that is asked for by a microtask runs when there are no more microtasks: by then every process is parked again
   * or done. (One that is asked for by a tick runs before them.)
   */
  readonly #settle = (): void => {
    process.nextTick(this.#step)
  }

  readonly #step = (): void => {
    const parked = this.#parked
    if (parked.length === 0) {
      this.#idle?.()
      return
    }
    const at = parked.length === 1 ? 0 : this.random.below(parked.length)
    const picked = parked[at] as Parked
    const last = parked.pop() as Parked
    if (picked !== last) parked[at] = last
    this.#happen(picked)
    nothing.then(this.#settle)
  }

  #happen({ process, call, risk, happen }: Parked): void {
    const { random, weather } = this
    this.awaits++
    this.nowMs += 1 + random.below(weather.slowMs)
    if (weather.timeJump > 0 && random.chance(weather.timeJump)) this.#jump()
    const fate = fateOf(this.risks[risk], random)
    if (fate !== 0) this.faults++
    const cells = callCells(process.calls, call)
    const cell = cellAt(process.state, fate)
    cells[cell] = (cells[cell] as number) + 1
    const name = fates[fate] as Fate
    this.tell?.(`${process.who} · ${process.name}: ${call}${fate === 0 ? '' : `  ⚡ ${fateSaid[name]}`}`)
    this.current = process
    if (name === 'dieBefore') this.kill(process)
    else happen(name)
    if (name === 'actThenDie') this.kill(process)
  }

  #jump(): void {
    const jump = this.random.pick(jumps)
    this.nowMs += jump
    this.faults++
    this.tell?.(`${Math.round(jump / 60_000)} minutes pass  ⚡`)
  }
}

interface Parked {
  readonly process: Process
  readonly call: string
  readonly risk: Risk
  readonly happen: (fate: Fate) => void
}

/** `port`: a function's call to its world; `network`: between phone and function; `none`: it happens. */
export type Risk = 'port' | 'network' | 'none'

export type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }

/** How probable each fate is for one kind of call. */
export interface Fates {
  readonly die: number
  readonly answerLost: number
  readonly failed: number
}

/** Cheaper than `queueMicrotask`, which notes a context for each. */
const nothing = Promise.resolve()

/** Over the age at which WeChat closes a payment, over its deadline, over a stale hold's. */
const jumps = [61_000, 4 * 60_000, 6 * 60_000, 31 * 60_000, 125 * 60_000] as const

const fateOf = ({ die, answerLost, failed }: Fates, random: Random): number => {
  if (die + answerLost + failed === 0) return 0
  const drawn = random.below(1_000_000) / 1_000_000
  if (drawn < die / 2) return 1
  if (drawn < die) return 2
  if (drawn < die + answerLost) return 3
  return drawn < die + answerLost + failed ? 4 : 0
}
