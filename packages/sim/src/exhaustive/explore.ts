import { createBook } from '@pay/emulator/book'
import { judge } from './judge.ts'
import { type Following, Moves, type Step, stepSaid } from './moves.ts'
import type { ExhaustiveScene } from './scene.ts'
import type { State } from './state.ts'
import { Numbers, StateTable } from './state-table.ts'

export interface Exploration {
  readonly scene: string
  readonly states: number
  /** Different states of the documents and WeChat's book: each was healed and checked. */
  readonly worlds: number
  readonly transitions: number
  readonly complete: boolean
  readonly violations: readonly { readonly what: string; readonly story: readonly string[] }[]
  readonly seconds: number
}

const startMs = Date.UTC(2026, 10, 21, 4)

/**
 * Through every state that any order of steps, with so many failed calls and lost answers, can reach: first all that need
 * no fault, then those that need one. What was reached with fewer faults has nothing new to show with more.
 * A process that dies is one that takes no further step: as the world is healed and checked in every state, with
 * everybody stopped for good where he stands, every crash at every moment is among them, and needs no step of its own.
 */
export const explore = async (
  scene: ExhaustiveScene,
  options: {
    readonly mostStates?: number
    readonly stopAtViolation?: boolean
    readonly progress?: (states: number) => void
  } = {},
): Promise<Exploration> => {
  const { mostStates = 400_000_000, stopAtViolation = false, progress } = options
  const began = Date.now()
  const processes = scene.processes.length
  const events = scene.events.length
  // Where each process stands; then the world, and which events have happened.
  const record = new Uint32Array(processes + 2)
  const table = new StateTable(record.length)
  const violations: Exploration['violations'][number][] = []
  const judged = new Set<number>()
  let state = 0
  const moves = new Moves(scene, (what, step) =>
    violations.push({ what, story: [...storyTo(table, moves, state), step] }),
  )
  const eventSteps = scene.events.map(({ name }) => moves.stepNumber('world', name))
  let here = new Numbers()
  let next = new Numbers()
  let faults = 0
  let transitions = 0

  /** The state in `record` can be reached from the one that is walked. */
  const reach = (step: number, atFaults: number): void => {
    transitions++
    const met = table.size
    const number = table.numberOf(record)
    if (number < met && table.faults.at(number) <= atFaults) return
    table.faults.set(number, atFaults)
    table.from.set(number, state)
    table.step.set(number, step)
    if (atFaults === faults) here.push(number)
    else next.push(number)
  }
  const follow = (following: Following, process: number, atFaults: number): void => {
    const [place, world] = [record[process] as number, record[processes] as number]
    for (let at = 0; at < following.length; at += 3) {
      record[process] = following[at + 1] as number
      record[processes] = following[at + 2] as number
      reach(following[at] as number, atFaults)
    }
    record[process] = place
    record[processes] = world
  }

  record[processes] = moves.worlds.numberOf((await scene.prepare?.()) ?? emptyShop(scene))
  reach(moves.stepNumber('world', 'begins'), 0)
  let walked = 0
  walking: for (; faults <= scene.faults; faults++) {
    for (let at = 0; at < here.length; at++) {
      state = here.at(at)
      // Meanwhile it may have been reached with fewer.
      if (table.faults.at(state) !== faults) continue
      if (walked++ % 100_000 === 0) progress?.(walked)
      table.read(state, record)
      const world = record[processes] as number
      const happened = record[processes + 1] as number
      for (let event = 0; event < events; event++) {
        if ((happened & (1 << event)) !== 0) continue
        const after = moves.afterEvent(event, world)
        if (after === undefined) continue
        record[processes] = after
        record[processes + 1] = happened | (1 << event)
        reach(eventSteps[event] as number, faults)
        record[processes] = world
        record[processes + 1] = happened
      }
      for (let process = 0; process < processes; process++) {
        const place = record[process] as number
        follow(
          moves.known(process, place, world, false) ?? (await moves.find(process, place, world, false)),
          process,
          faults,
        )
        if (faults === scene.faults) continue
        follow(
          moves.known(process, place, world, true) ?? (await moves.find(process, place, world, true)),
          process,
          faults + 1,
        )
      }
      // Every state is one in which everybody may have stopped for good: the world has to heal from each of them.
      if (!judged.has(world)) {
        judged.add(world)
        const wrongs = await judge(scene, moves.worlds.state(world))
        if (wrongs.length > 0)
          violations.push({
            what: wrongs.map(({ checker, what }) => `${checker}: ${what}`).join('; '),
            story: storyTo(table, moves, state),
          })
      }
      if (violations.length > 0 && stopAtViolation) break walking
      if (walked >= mostStates) break walking
    }
    here = next
    next = new Numbers()
  }
  return {
    scene: scene.name,
    states: walked,
    worlds: judged.size,
    transitions,
    complete: faults > scene.faults,
    violations,
    seconds: Math.round((Date.now() - began) / 100) / 10,
  }
}

const storyTo = (table: StateTable, moves: Moves, state: number): string[] => {
  const story: string[] = []
  for (let one = state; one > 0; one = table.from.at(one)) story.push(stepSaid(moves.steps[table.step.at(one)] as Step))
  return story.reverse()
}

/** What a scene begins with that prepares nothing. */
export const emptyShop = ({ stock }: ExhaustiveScene): State => ({
  nowMs: startMs,
  orders: new Map(),
  stock: new Map(
    Object.entries(stock).map(([id, available]) => [id, { id, version: 1, available, holds: {}, added: {} }]),
  ),
  runners: new Map(),
  hints: new Map(),
  incidents: new Map(),
  book: createBook(),
})
