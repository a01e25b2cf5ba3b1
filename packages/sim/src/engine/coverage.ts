import { fates } from './fate.ts'

export const seenStates = ['none', 'unpaid', 'closing', 'closed', 'paid', 'completed', 'refunded'] as const
export type SeenState = (typeof seenStates)[number]

/** How often each fate struck each call, by the state of the order that the process had last seen. */
export type Cells = Uint32Array

/** process → call → state × fate */
export type Coverage = Map<string, Map<string, Cells>>

const width = fates.length

export const cellAt = (state: number, fate: number): number => state * width + fate

export const cellsOf = (coverage: Coverage, process: string): Map<string, Cells> => {
  let calls = coverage.get(process)
  if (calls === undefined) {
    calls = new Map()
    coverage.set(process, calls)
  }
  return calls
}

export const callCells = (calls: Map<string, Cells>, call: string): Cells => {
  let cells = calls.get(call)
  if (cells === undefined) {
    cells = new Uint32Array(seenStates.length * width)
    calls.set(call, cells)
  }
  return cells
}

/** Adds what another thread counted. */
export const addCoverage = (into: Coverage, from: Coverage): void => {
  for (const [process, calls] of from)
    for (const [call, counted] of calls) {
      const cells = callCells(cellsOf(into, process), call)
      for (let at = 0; at < cells.length; at++) cells[at] = (cells[at] ?? 0) + (counted[at] ?? 0)
    }
}

export interface CoverageRow {
  readonly process: string
  readonly call: string
  readonly state: SeenState
  /** One count per fate, in the order of `fates`. */
  readonly counts: readonly number[]
}

/** The rows that were reached, as a table. */
export const coverageRows = (coverage: Coverage): CoverageRow[] =>
  [...coverage].flatMap(([process, calls]) =>
    [...calls].flatMap(([call, cells]) =>
      seenStates.flatMap((state, at) => {
        const counts = [...cells.subarray(at * width, at * width + width)]
        return counts.some((count) => count > 0) ? [{ process, call, state, counts }] : []
      }),
    ),
  )
