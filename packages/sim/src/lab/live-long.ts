import { noLives } from '../engine/run-lives.ts'
import { bundleLab } from './bundle-lab.ts'
import { readCheckpoint, type SameLives, type Sofar, writeCheckpoint } from './checkpoint.ts'
import type { Patch } from './patch.ts'
import { runInBlocks } from './run-in-blocks.ts'

export interface LongRun extends SameLives {
  readonly lives: number
  readonly threads?: number | undefined
  readonly block?: number | undefined
  readonly patches?: readonly Patch[] | undefined
  /** Where it is noted, once a minute and at the end, how far the run has come; a run that was noted there goes on. */
  readonly file?: string | undefined
  /** Ends it early: what was lived by then counts. */
  readonly stop?: AbortSignal | undefined
  readonly progress?: ((sofar: Sofar) => void) | undefined
}

const noteEveryMs = 60_000

/** Lives on every core, until all are lived or somebody stops them. */
export const liveLong = async (run: LongRun): Promise<Sofar> => {
  const { file, patches, progress } = run
  const before = file === undefined ? undefined : readCheckpoint(file, run)
  const lab = before?.lab ?? (await bundleLab(patches))
  const note = (sofar: Sofar) => file !== undefined && writeCheckpoint(file, run, { ...sofar, lab })
  let notedMs = Date.now()
  note(before ?? { next: 0, tally: noLives(), coverage: new Map(), elapsedMs: 0 })
  const sofar = await runInBlocks(lab, {
    ...run,
    since: before,
    progress: (sofar) => {
      progress?.(sofar)
      if (Date.now() - notedMs < noteEveryMs) return
      notedMs = Date.now()
      note(sofar)
    },
  })
  note(sofar)
  return sofar
}
