import { type Cells, type Coverage, callCells, cellAt, cellsOf, seenStates } from '../engine/coverage.ts'
import { fates } from '../engine/fate.ts'
import { type LifeOptions, type LifeOutcome, leastFaults } from '../engine/life.ts'
import { type Random, randomOf } from '../engine/random.ts'
import { emptyShop } from '../exhaustive/explore.ts'
import { judge } from '../exhaustive/judge.ts'
import { ended, type Following, Moves, notStarted, type Step, stepSaid } from '../exhaustive/moves.ts'
import type { ExhaustiveScene } from '../exhaustive/scene.ts'
import type { State } from '../exhaustive/state.ts'
import type { Violation } from '../world/world.ts'

/**
 * Lives of one small scene: each a random walk through the steps of the exhaustive engine, with any number of faults. A
 * step is found by running the functions' own code when a walk first comes to it, and looked up ever after; so is what
 * becomes of a world that is healed. That is what makes a walk quick.
 */
export class Walker {
  readonly #scene: ExhaustiveScene
  readonly #moves: Moves
  readonly #eventSteps: readonly number[]
  readonly #deathSteps: readonly number[]
  readonly #judged = new Map<number, readonly Violation[]>()
  /** Of each world, the state of its order; of each step, where it is counted. */
  readonly #states: number[] = []
  #cells: Cells[] = []
  #coverage: Coverage | undefined
  #start: number | undefined
  // The life that is lived: where each process stands and how often it may still start, and what can happen next.
  readonly #places: Uint32Array
  readonly #starts: Uint32Array
  readonly #able: number[] = []
  #world = 0
  #happened = 0
  #faults = 0
  #awaits = 0
  #broken: Violation[] = []
  #tell: ((line: string) => void) | undefined

  constructor(scene: ExhaustiveScene) {
    this.#scene = scene
    const moves = new Moves(scene, (what, step) => this.#broken.push({ checker: 'forward', what: `${what} (${step})` }))
    this.#moves = moves
    this.#eventSteps = scene.events.map(({ name }) => moves.stepNumber('world', name))
    this.#deathSteps = scene.processes.map(({ name }) => moves.stepNumber(name, 'any call', 'dieBefore'))
    this.#places = new Uint32Array(scene.processes.length)
    this.#starts = new Uint32Array(scene.processes.length)
  }

  /** How many places of processes are known: about a kilobyte each. */
  get places(): number {
    return this.#moves.places
  }

  async live({ seed, life, coverage, tell }: WalkOptions): Promise<Omit<LifeOutcome, 'stage'>> {
    if (coverage !== this.#coverage) this.#cells = []
    this.#coverage = coverage
    const random = randomOf(seed, life)
    this.#start ??= this.#moves.worlds.numberOf((await this.#scene.prepare?.()) ?? emptyShop(this.#scene))
    this.#world = this.#start
    this.#happened = 0
    this.#faults = 0
    this.#awaits = 0
    this.#broken = []
    this.#tell = tell
    const storm = { die: random.pick(rates) / 2, fail: random.pick(rates) }
    for (let at = 0; at < this.#starts.length; at++) this.#starts[at] = at === 0 ? most : random.below(most + 1)
    await this.#walk(random, storm)
    // A life in fair weather has a bad hour before it ends.
    while (this.#faults < leastFaults) {
      this.#starts.fill(1)
      await this.#walk(random, worst)
    }
    return {
      faults: this.#faults,
      awaits: this.#awaits,
      violations: [...this.#broken, ...(await this.#judge(this.#world))],
    }
  }

  /** Until nothing more can happen. */
  async #walk(random: Random, storm: Storm): Promise<void> {
    const [able, moves] = [this.#able, this.#moves]
    this.#places.fill(notStarted)
    for (;;) {
      able.length = 0
      for (let event = 0; event < this.#eventSteps.length; event++)
        if ((this.#happened & (1 << event)) === 0 && moves.afterEvent(event, this.#world) !== undefined)
          able.push(-1 - event)
      for (let process = 0; process < this.#places.length; process++)
        if (
          this.#starts[process] !== 0 &&
          (this.#places[process] !== notStarted || moves.canStart(process, this.#world))
        )
          able.push(process)
      if (able.length === 0) return
      const picked = able[random.below(able.length)] as number
      if (picked < 0) this.#happen(-1 - picked)
      else await this.#go(picked, random, storm)
    }
  }

  #happen(event: number): void {
    this.#count(this.#eventSteps[event] as number)
    this.#happened |= 1 << event
    this.#world = this.#moves.afterEvent(event, this.#world) as number
  }

  /** One process does what it waits for: it happens, fails or is not heard of; or the process dies first. */
  async #go(process: number, random: Random, { die, fail }: Storm): Promise<void> {
    const place = this.#places[process] as number
    const drawn = place === notStarted ? 1 : random.below(1_000_000) / 1_000_000
    if (drawn < die) {
      this.#faults++
      this.#count(this.#deathSteps[process] as number)
      this.#stop(process)
      return
    }
    const faulty = drawn < die + fail
    const moves = this.#moves
    const following: Following =
      moves.known(process, place, this.#world, faulty) ?? (await moves.find(process, place, this.#world, faulty))
    const at = 3 * random.below(following.length / 3)
    if (faulty) this.#faults++
    this.#count(following[at] as number)
    this.#world = following[at + 2] as number
    const next = following[at + 1] as number
    if (next === ended) this.#stop(process)
    else this.#places[process] = next
  }

  #stop(process: number): void {
    this.#places[process] = notStarted
    this.#starts[process] = (this.#starts[process] as number) - 1
  }

  #count(number: number): void {
    this.#awaits++
    const { who, call, fate } = this.#moves.steps[number] as Step
    let cells = this.#cells[number]
    if (cells === undefined) {
      cells = callCells(cellsOf(this.#coverage as Coverage, who), call)
      this.#cells[number] = cells
    }
    const cell = cellAt(this.#stateOf(this.#world), fates.indexOf(fate))
    cells[cell] = (cells[cell] as number) + 1
    this.#tell?.(stepSaid({ who, call, fate }))
  }

  #stateOf(world: number): number {
    let state = this.#states[world]
    if (state === undefined) {
      state = seenStateOf(this.#moves.worlds.state(world))
      this.#states[world] = state
    }
    return state
  }

  async #judge(world: number): Promise<readonly Violation[]> {
    let violations = this.#judged.get(world)
    if (violations === undefined) {
      violations = await judge(this.#scene, this.#moves.worlds.state(world))
      this.#judged.set(world, violations)
    }
    return violations
  }
}

type WalkOptions = Pick<LifeOptions, 'seed' | 'life' | 'coverage' | 'tell'>

/** How probable it is that a process dies at one of its calls, and that a call fails or its answer is lost. */
interface Storm {
  readonly die: number
  readonly fail: number
}

const rates = [0, 0.01, 0.05, 0.2] as const
const worst: Storm = { die: 0.06, fail: 0.3 }
/** A process starts so often at most: a notice that comes again, a button that is tapped again. */
const most = 3

const seenStateOf = ({ orders }: State): number => {
  const [order] = orders.values()
  return order === undefined ? 0 : Math.max(0, (seenStates as readonly string[]).indexOf(order.state))
}
