import type { Context } from '../engine/process.ts'
import type { Functions } from '../world/functions.ts'
import type { State } from './state.ts'

/** A small world of which every interleaving is walked. */
export interface ExhaustiveScene {
  readonly name: string
  /** How many failed calls and lost answers at most. Processes may die at any moment, all of them. */
  readonly faults: number
  /** The state it begins with; without, an empty shop. */
  readonly prepare?: () => Promise<State>
  readonly stock: Readonly<Record<string, number>>
  readonly processes: readonly ProcessSpec[]
  /** What happens by itself, each at most once. */
  readonly events: readonly EventSpec[]
}

export interface ProcessSpec {
  readonly name: string
  readonly context: Context
  /** What it is called with; `undefined` where it cannot start now. */
  readonly input: (state: State) => Input | undefined
  readonly run: (functions: Functions, input: Input) => Promise<unknown>
}

export interface EventSpec {
  readonly name: string
  /** The state afterwards; `undefined` where it cannot happen now. */
  readonly happen: (state: State) => State | undefined
}

export type Input = Readonly<Record<string, unknown>>
