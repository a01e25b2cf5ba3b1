import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Coverage } from '../engine/coverage.ts'
import type { Tally } from '../engine/run-lives.ts'

/** How far a run has come: every life before `next` is in the figures, and no other. */
export interface Sofar {
  readonly next: number
  readonly tally: Tally
  readonly coverage: Coverage
  /** Time on the clock, without that between one part and the next. */
  readonly elapsedMs: number
}

/** What makes a life what it is, besides its number. */
export interface SameLives {
  readonly seed: number
  readonly scene?: string | undefined
  readonly faithful?: boolean | undefined
}

/** A run that can be gone on with: by the same bundled code, whatever was edited meanwhile. */
export interface Checkpoint extends Sofar {
  readonly lab: string
}

/** Throws when the file is of other lives than these. */
export const readCheckpoint = (file: string, lives: SameLives): Checkpoint | undefined => {
  if (!existsSync(file)) return undefined
  const { lab, next, elapsedMs, tally, coverage, ...were } = JSON.parse(readFileSync(file, 'utf8')) as Stored
  if (nameOf(were) !== nameOf(lives)) throw new Error(`${file} is a run of ${nameOf(were)}, not of ${nameOf(lives)}`)
  if (!existsSync(lab)) throw new Error(`the code that lived the lives of ${file} is gone: begin a new file`)
  return {
    lab,
    next,
    elapsedMs,
    tally: { ...tally, fewestFaults: tally.fewestFaults ?? Number.POSITIVE_INFINITY },
    coverage: new Map(
      coverage.map(([process, calls]) => [
        process,
        new Map(calls.map(([call, cells]) => [call, Uint32Array.from(cells)])),
      ]),
    ),
  }
}

/** Whoever stops while this is written has the file as it was before. */
export const writeCheckpoint = (file: string, { seed, scene, faithful }: SameLives, sofar: Checkpoint): void => {
  const { lab, next, elapsedMs, tally } = sofar
  const coverage = [...sofar.coverage].map(([process, calls]) => [
    process,
    [...calls].map(([call, cells]) => [call, [...cells]]),
  ])
  writeFileSync(`${file}.part`, JSON.stringify({ seed, scene, faithful, lab, next, elapsedMs, tally, coverage }))
  renameSync(`${file}.part`, file)
}

interface Stored extends SameLives {
  readonly lab: string
  readonly next: number
  readonly elapsedMs: number
  readonly tally: Omit<Tally, 'fewestFaults'> & { readonly fewestFaults: number | null }
  readonly coverage: readonly (readonly [string, readonly (readonly [string, readonly number[]])[]])[]
}

const nameOf = ({ seed, scene, faithful }: SameLives): string =>
  `seed ${seed}, ${scene ?? 'every scene'}${faithful === true ? ', a faithful WeChat' : ''}`
