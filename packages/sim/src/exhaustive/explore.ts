import type { Deps } from '@pay/backend'
import {
  memoryBookmarkStore,
  memoryCouponStore,
  memoryFiles,
  memoryGoodsStore,
  memoryLedgerStore,
  memoryMessages,
  memoryReputationStore,
  memorySettingsStore,
  memorySigner,
} from '@pay/backend/memory'
import { straightLineDistance } from '@pay/backend/system'
import { createBook } from '@pay/emulator/book'
import type { Context } from '../engine/process.ts'
import { functionsOver } from '../world/functions.ts'
import { shelf } from '../world/shelf.ts'
import { act, isRead, lost } from './act.ts'
import { judge, judgeWrite } from './judge.ts'
import { type Answered, type Place, ProcessTree, Recorder } from './process-tree.ts'
import type { ExhaustiveScene, Input, ProcessSpec } from './scene.ts'
import { Names, nameOf, type State } from './state.ts'

export interface Exploration {
  readonly scene: string
  readonly states: number
  /** Different states of the documents and WeChat's book: each was healed and checked. */
  readonly worlds: number
  readonly transitions: number
  readonly endings: number
  readonly complete: boolean
  readonly violations: readonly { readonly what: string; readonly story: readonly string[] }[]
  readonly seconds: number
}

/** One state of everything: the world, where each process stands, what has happened, how many faults are left. */
interface Node {
  readonly state: State
  /** `undefined`: not started. Dead or done is all the same from then on. */
  readonly places: readonly (Standing | undefined | 'over')[]
  readonly happened: number
  readonly faultsLeft: number
}

interface Standing {
  readonly place: Place
  readonly startMs: number
  /** What it was started with. */
  readonly run: () => Promise<unknown>
}

const startMs = Date.UTC(2026, 10, 21, 4)

/** Breadth first through every state that any order of steps, with so many crashes and lost answers, can reach. */
export const explore = async (
  scene: ExhaustiveScene,
  options: {
    readonly mostStates?: number
    readonly stopAtViolation?: boolean
    readonly progress?: (states: number) => void
  } = {},
): Promise<Exploration> => {
  const { mostStates = 20_000_000, stopAtViolation = false, progress } = options
  const began = Date.now()
  const names = new Names()
  const recorder = new Recorder()
  const tree = new ProcessTree(recorder, names)
  let context: Context = { SOURCE: '' }
  let who = ''
  const functions = functionsOver(
    recordingDeps(recorder, () => who),
    () => context,
  )

  const seen = new Set<string>()
  // Only what is still to be walked is kept whole; of the rest, how it was reached.
  const waiting = new Queue<Node>()
  const reachedFrom: number[] = []
  const reachedBy: string[] = []
  const violations: Exploration['violations'][number][] = []
  const judged = new Map<number, boolean>()
  let transitions = 0
  let endings = 0

  const storyTo = (at: number): string[] => {
    const story: string[] = []
    for (let one = at; one > 0; one = reachedFrom[one] ?? 0) story.push(reachedBy[one] ?? '')
    return story.reverse()
  }
  const add = (node: Node, from: number, step: string): void => {
    transitions++
    const places = node.places.map((one) => (typeof one === 'object' ? `${one.place.id}@${one.startMs}` : (one ?? '')))
    const key = `${nameOf(names, node.state)},${names.of(places.join())},${node.happened},${node.faultsLeft}`
    if (seen.has(key)) return
    seen.add(key)
    waiting.add(node)
    reachedFrom.push(from)
    reachedBy.push(step)
  }
  const runOf = (spec: ProcessSpec, input: Input) => () => {
    context = spec.context
    who = spec.name
    return spec.run(functions, input)
  }

  const stock = new Map(
    Object.entries(scene.stock).map(([id, available]) => [id, { id, version: 1, available, holds: {}, added: {} }]),
  )
  const first: State = (await scene.prepare?.()) ?? {
    nowMs: startMs,
    orders: new Map(),
    stock,
    runners: new Map(),
    hints: new Map(),
    incidents: new Map(),
    book: createBook(),
  }
  add({ state: first, places: scene.processes.map(() => undefined), happened: 0, faultsLeft: scene.faults }, 0, '')

  let at = 0
  for (; at < mostStates; at++) {
    const node = waiting.take()
    if (node === undefined) break
    const { state, places, happened, faultsLeft } = node
    if (at % 5_000 === 0) progress?.(at)
    let moved = false
    const becomes = ({ step, ...change }: Partial<Node> & { readonly step: string }) => {
      moved = true
      add({ state, places, happened, faultsLeft, ...change }, at, step)
    }
    const withPlace = (process: number, place: Node['places'][number]) =>
      places.map((one, n) => (n === process ? place : one))

    for (const [n, event] of scene.events.entries()) {
      if ((happened & (1 << n)) !== 0) continue
      const after = event.happen(state)
      if (after !== undefined) becomes({ state: after, happened: happened | (1 << n), step: event.name })
    }
    for (const [n, spec] of scene.processes.entries()) {
      const standing = places[n]
      if (standing === 'over') continue
      if (standing === undefined) {
        const input = spec.input(state)
        if (input === undefined) continue
        const run = runOf(spec, input)
        const place = await tree.root(`${n} ${JSON.stringify(input)}`, state.nowMs, run)
        becomes({
          places: withPlace(n, place.ended ? 'over' : { place, startMs: state.nowMs, run }),
          step: `${spec.name} starts`,
        })
        continue
      }
      for (const call of standing.place.waiting) {
        const said = `${spec.name}: ${call.port}.${call.method}`
        const go = async (answer: Answered['answer']) => {
          const { startMs: began, run, place } = standing
          const next = await tree.answered(place, began, run, { at: call.at, nowMs: state.nowMs, answer })
          return withPlace(n, next.ended ? 'over' : { place: next, startMs: began, run })
        }
        const done = await act(state, call)
        const wrong = judgeWrite(state, done.state, call)
        becomes({ state: done.state, places: await go(done.answer), step: said })
        if (wrong !== undefined) violations.push({ what: wrong, story: [...storyTo(at), said] })
        if (faultsLeft === 0) continue
        const less = faultsLeft - 1
        // To die before the call is to have died after the last one: both are here, and so is every other moment.
        becomes({ places: withPlace(n, 'over'), faultsLeft: less, step: `${said}  ⚡ dies before` })
        becomes({ places: await go(lost(call.port)), faultsLeft: less, step: `${said}  ⚡ fails` })
        if (!isRead(call.method)) {
          becomes({ state: done.state, places: withPlace(n, 'over'), faultsLeft: less, step: `${said}  ⚡ acts, dies` })
          becomes({
            state: done.state,
            places: await go(lost(call.port)),
            faultsLeft: less,
            step: `${said}  ⚡ answer lost`,
          })
        }
      }
    }
    // Every state is one in which everybody may have stopped for good: the world has to heal from each of them.
    const name = nameOf(names, state)
    if (!judged.has(name)) {
      const wrongs = await judge(scene, state)
      judged.set(name, wrongs.length === 0)
      if (wrongs.length > 0) violations.push({ what: wrongs.join('; '), story: storyTo(at) })
    }
    if (!moved) endings++
    if (violations.length > 0 && stopAtViolation) break
  }
  const complete = waiting.isEmpty && at < mostStates
  const seconds = Math.round((Date.now() - began) / 100) / 10
  return {
    scene: scene.name,
    states: seen.size,
    worlds: judged.size,
    transitions,
    endings,
    complete,
    violations,
    seconds,
  }
}

/** First in, first out; what is taken is let go. */
class Queue<T> {
  #items: (T | undefined)[] = []
  #next = 0

  add(item: T): void {
    this.#items.push(item)
  }

  take(): T | undefined {
    const item = this.#items[this.#next]
    if (item === undefined) return undefined
    this.#items[this.#next++] = undefined
    if (this.#next > 10_000 && this.#next * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#next)
      this.#next = 0
    }
    return item
  }

  get isEmpty(): boolean {
    return this.#next >= this.#items.length
  }
}

/** What the scenes vary is recorded; what stays as it is answers at once. */
const recordingDeps = (recorder: Recorder, who: () => string): Deps => {
  const recorded = (port: string, methods: readonly string[]) =>
    Object.fromEntries(
      methods.map((method) => [method, (...args: readonly unknown[]) => recorder.ask(port, method, args)]),
    ) as never
  const holds = ['reserve', 'commit', 'release', 'takeBack', 'add', 'insert', 'levels', 'forget']
  return {
    orders: recorded('orders', ['get', 'insert', 'replace', 'find']),
    stock: { ...(recorded('stock', holds) as object), withHoldsBefore: async () => ({ items: [] }) } as never,
    errand: {
      runners: recorded('runners', ['get', 'insert', 'replace', 'find']),
      reputations: memoryReputationStore(),
      distance: straightLineDistance,
      signer: memorySigner(),
    },
    hints: recorded('hints', ['keep', 'list', 'drop']),
    incidents: recorded('incidents', ['record', 'open', 'resolve']),
    gateways: {
      cloudPay: {
        rail: 'cloudPay',
        ...(recorded('wechat', ['prepay', 'query', 'close', 'refund', 'queryRefund', 'bill']) as object),
      } as never,
    },
    goods: memoryGoodsStore(shelf),
    coupons: memoryCouponStore(),
    settings: memorySettingsStore(),
    ledger: memoryLedgerStore(),
    files: memoryFiles(),
    bookmarks: billsWalked(),
    messages: memoryMessages(),
    clock: { nowMs: () => recorder.nowMs },
    ids: { nonce: () => Buffer.from(who()).toString('hex').padEnd(32, '0').slice(0, 32) },
    log: { write: () => {} },
  }
}

/** The bills are for the healing: within a scene's hour there is none to walk. */
const billsWalked = (): ReturnType<typeof memoryBookmarkStore> => {
  const bookmarks = memoryBookmarkStore()
  return {
    ...bookmarks,
    get: async (job) => (job.startsWith('billAsk:') ? '9999999999999' : undefined),
    set: async () => {},
  }
}
