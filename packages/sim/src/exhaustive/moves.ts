import { type Fate, fateSaid } from '../engine/fate.ts'
import type { Context } from '../engine/process.ts'
import { functionsOver } from '../world/functions.ts'
import { act, isRead, lost } from './act.ts'
import { judgeWrite } from './judge.ts'
import { type Answer, type Place, ProcessTree, Recorder } from './process-tree.ts'
import { recordingDeps } from './recording-deps.ts'
import type { ExhaustiveScene, Input } from './scene.ts'
import { Names, type State } from './state.ts'
import { Worlds } from './worlds.ts'

/** Where a process stands that has not started, and one that has ended. */
export const notStarted = 0
export const ended = 1

/** What can follow, three numbers each: the step's name, where the process then stands, the world then. */
export type Following = Uint32Array

/** What one of them does, or what happens by itself. */
export interface Step {
  readonly who: string
  readonly call: string
  readonly fate: Fate
}

/** As a story tells it. */
export const stepSaid = ({ who, call, fate }: Step): string =>
  `${who}: ${call}${fate === 'done' ? '' : `  ⚡ ${fateSaid[fate]}`}`

/**
 * What one process can do next. It depends on where that process stands and on the world, not on the others: it is found
 * once by running the real code, and looked up in the millions of states that differ only in where the others stand.
 */
export class Moves {
  readonly steps: Step[] = []
  readonly worlds: Worlds
  readonly #scene: ExhaustiveScene
  readonly #names = new Names()
  readonly #tree: ProcessTree
  readonly #functions: ReturnType<typeof functionsOver>
  readonly #places: (Place | undefined)[] = [undefined, undefined]
  readonly #numbers = new Map<Place, number>()
  readonly #stepNumbers = new Map<string, number>()
  /** Of each place by world; a place that has not started by process as well. */
  readonly #smooth: Map<number, Following>[] = []
  readonly #faulty: Map<number, Following>[] = []
  readonly #wrong: (what: string, step: string) => void
  #context: Context = { SOURCE: '' }
  #who = ''

  constructor(scene: ExhaustiveScene, wrong: (what: string, step: string) => void) {
    this.#scene = scene
    this.#wrong = wrong
    this.worlds = new Worlds(this.#names)
    const recorder = new Recorder()
    this.#tree = new ProcessTree(recorder, this.#names)
    this.#functions = functionsOver(
      recordingDeps(recorder, () => this.#who),
      () => this.#context,
    )
  }

  get places(): number {
    return this.#places.length
  }

  /** What was found before. */
  known(process: number, place: number, world: number, faulty: boolean): Following | undefined {
    return this.#found(process, place, faulty).get(world)
  }

  async find(process: number, place: number, world: number, faulty: boolean): Promise<Following> {
    const following = Uint32Array.from(
      place === ended
        ? []
        : place === notStarted
          ? faulty
            ? []
            : await this.#start(process, this.worlds.state(world))
          : await this.#go(process, this.#places[place] as Place, this.worlds.state(world), faulty),
    )
    this.#found(process, place, faulty).set(world, following)
    return following
  }

  /** Whether there is anything to call it with. */
  canStart(process: number, world: number): boolean {
    const started = this.#startable[process] ?? []
    this.#startable[process] = started
    let can = started[world]
    if (can === undefined) {
      can = this.#scene.processes[process]?.input(this.worlds.state(world)) !== undefined
      started[world] = can
    }
    return can
  }
  readonly #startable: boolean[][] = []

  /** The world after an event; `undefined` where it cannot happen now. */
  afterEvent(event: number, world: number): number | undefined {
    const known = this.#events[event]?.get(world)
    if (known !== undefined) return known === never ? undefined : known
    const next = this.#scene.events[event]?.happen(this.worlds.state(world))
    const after = next === undefined ? never : this.worlds.numberOf(next)
    const found = this.#events[event] ?? new Map<number, number>()
    this.#events[event] = found
    found.set(world, after)
    return next === undefined ? undefined : after
  }
  readonly #events: Map<number, number>[] = []

  /** The number of what `who` does: a call to the world and its fate, or a word for what happens by itself. */
  stepNumber(who: string, call: string, fate: Fate = 'done'): number {
    const name = `${who} ${call} ${fate}`
    let number = this.#stepNumbers.get(name)
    if (number === undefined) {
      number = this.steps.push({ who, call, fate }) - 1
      this.#stepNumbers.set(name, number)
    }
    return number
  }

  #found(process: number, place: number, faulty: boolean): Map<number, Following> {
    // What has not started and what has ended is told apart by process, and has no number of its own in the tree.
    const at = place > ended ? place + 64 : place * 32 + process
    const all = faulty ? this.#faulty : this.#smooth
    let found = all[at]
    if (found === undefined) {
      found = new Map()
      all[at] = found
    }
    return found
  }

  async #start(process: number, state: State): Promise<number[]> {
    const spec = this.#scene.processes[process] as ExhaustiveScene['processes'][number]
    const input = spec.input(state)
    if (input === undefined) return []
    const run = (given: Input) => () => {
      this.#context = spec.context
      this.#who = spec.name
      return spec.run(this.#functions, given)
    }
    const place = await this.#tree.root(`${process} ${this.#names.ofValue(input)}`, state.nowMs, run(input))
    return [this.stepNumber(spec.name, 'starts'), this.#placeNumber(place), this.worlds.numberOf(state)]
  }

  async #go(process: number, place: Place, state: State, faulty: boolean): Promise<number[]> {
    const { name } = this.#scene.processes[process] as ExhaustiveScene['processes'][number]
    const following: number[] = []
    for (const call of place.waiting) {
      const said = `${call.port}.${call.method}`
      const go = async (answer: Answer) => {
        const step = { at: call.at, nowMs: state.nowMs, answer }
        return this.#placeNumber(this.#tree.known(place, step) ?? (await this.#tree.answered(place, step)))
      }
      const before = this.worlds.numberOf(state)
      const done = faulty && isRead(call.method) ? undefined : await act(state, call)
      const after = done === undefined ? before : this.worlds.numberOf(done.state)
      if (!faulty && done !== undefined) {
        const wrong = judgeWrite(state, done.state, call)
        if (wrong !== undefined) this.#wrong(wrong, `${name}: ${said}`)
        following.push(this.stepNumber(name, said), await go(done.answer), after)
        continue
      }
      const unheard = await go(lost(call.port))
      following.push(this.stepNumber(name, said, 'failed'), unheard, before)
      if (after !== before) following.push(this.stepNumber(name, said, 'answerLost'), unheard, after)
    }
    return following
  }

  #placeNumber(place: Place): number {
    if (place.ended) return ended
    let number = this.#numbers.get(place)
    if (number === undefined) {
      number = this.#places.push(place) - 1
      this.#numbers.set(place, number)
    }
    return number
  }
}

const never = 0xffffffff
