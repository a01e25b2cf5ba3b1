import type { Names } from './state.ts'

/**
 * Where a process stands: what it asked of the world and waits for. A process is a function of the answers it got, so
 * each place is a node of a tree whose edges are answers. A new place is found by running the real code once more from
 * its start, with the answers so far; after that, going there costs a look-up.
 */
export interface Place {
  readonly id: number
  readonly waiting: readonly Call[]
  /** How it was come to: the answers so far, the last one first. */
  readonly log: Log | undefined
  readonly next: Map<string, Place>
  readonly ended: boolean
  /** The code from its start, and when that was. */
  readonly run: () => Promise<unknown>
  readonly startMs: number
}

export interface Call {
  /** The n-th call of its process. */
  readonly at: number
  readonly port: string
  readonly method: string
  readonly args: readonly unknown[]
}

/** Places share what they have in common: a long process has many. */
export interface Log {
  readonly step: Answered
  readonly before: Log | undefined
}

export interface Answered {
  readonly at: number
  readonly nowMs: number
  readonly answer: Answer
}

export type Answer = { readonly value: unknown } | { readonly error: Error }

/** The one run that is going on: ports that record what is asked, and answer what they are told to. */
export class Recorder {
  nowMs = 0
  calls = 0
  readonly open = new Map<number, { readonly call: Call; readonly settle: (answer: Answer) => void }>()

  ask(port: string, method: string, args: readonly unknown[]): Promise<unknown> {
    const at = this.calls++
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer) => ('error' in answer ? reject(answer.error) : resolve(answer.value))
      this.open.set(at, { call: { at, port, method, args }, settle })
    })
  }

  reset(nowMs: number): void {
    this.nowMs = nowMs
    this.calls = 0
    this.open.clear()
  }
}

export class ProcessTree {
  places = 0
  readonly #recorder: Recorder
  readonly #names: Names
  readonly #roots = new Map<string, Place>()
  /** Places that wait for the same after the same are one: an ended process is where every other ended one is. */
  readonly #end: Place = {
    id: 0,
    waiting: [],
    log: undefined,
    next: new Map(),
    ended: true,
    run: async () => undefined,
    startMs: 0,
  }

  constructor(recorder: Recorder, names: Names) {
    this.#recorder = recorder
    this.#names = names
  }

  async root(key: string, nowMs: number, run: () => Promise<unknown>): Promise<Place> {
    const known = this.#roots.get(`${key}@${nowMs}`)
    if (known !== undefined) return known
    const place = await this.#run(run, undefined, nowMs)
    this.#roots.set(`${key}@${nowMs}`, place)
    return place
  }

  /** Where this answer leads, if it led there before. */
  known(place: Place, step: Answered): Place | undefined {
    return place.next.get(this.#keyOf(step))
  }

  async answered(place: Place, step: Answered): Promise<Place> {
    const next = await this.#run(place.run, { step, before: place.log }, place.startMs)
    place.next.set(this.#keyOf(step), next)
    return next
  }

  #keyOf({ at, nowMs, answer }: Answered): string {
    const said = 'error' in answer ? `!${answer.error.message}` : this.#names.ofValue(answer.value)
    return `${at} ${said} ${nowMs}`
  }

  async #run(run: () => Promise<unknown>, log: Log | undefined, startMs: number): Promise<Place> {
    const recorder = this.#recorder
    recorder.reset(startMs)
    let ended = false
    run().then(
      () => {
        ended = true
      },
      () => {
        ended = true
      },
    )
    await settled()
    for (const { at, nowMs, answer } of stepsOf(log)) {
      recorder.nowMs = nowMs
      const open = recorder.open.get(at)
      if (open === undefined)
        throw new Error(`call ${at} was not made again: the code depends on more than its answers`)
      recorder.open.delete(at)
      open.settle(answer)
      await settled()
    }
    if (ended) return this.#end
    const waiting = [...recorder.open.values()].map(({ call }) => call)
    return { id: ++this.places, waiting, log, next: new Map(), ended: false, run, startMs }
  }
}

const stepsOf = (log: Log | undefined): readonly Answered[] => {
  const steps: Answered[] = []
  for (let one = log; one !== undefined; one = one.before) steps.push(one.step)
  return steps.reverse()
}

/** Every microtask has run: see the scheduler. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    nothing.then(() => process.nextTick(resolve))
  })

const nothing = Promise.resolve()
