import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { addCoverage } from '../engine/coverage.ts'
import { addTally, cpuMsSince, keptFailures, noLives, type Tally } from '../engine/run-lives.ts'
import type { SameLives, Sofar } from './checkpoint.ts'
import type { Report, Task } from './worker.ts'

export interface BlockRun extends SameLives {
  /** The first life that is not lived. */
  readonly lives: number
  readonly threads?: number | undefined
  /** How many lives a thread takes at a time: a second or two, so long it takes to stop. */
  readonly block?: number | undefined
  /** What was lived before. */
  readonly since?: Sofar | undefined
  /** Told after each block. */
  readonly progress?: ((sofar: Sofar) => void) | undefined
  /** No block is begun after it; those that are going on are ended. */
  readonly stop?: AbortSignal | undefined
}

/**
 * Long runs: threads take one block of lives after the other, and blocks are counted in their order. So the figures are
 * always those of every life before `next`, and going on from there is the same as never to have stopped.
 */
export const runInBlocks = async (lab: string, run: BlockRun): Promise<Sofar> => {
  const { seed, scene, faithful, lives, threads = availableParallelism(), block = 500, since, progress, stop } = run
  const start = process.cpuUsage()
  const startedMs = Date.now()
  const cpuMsBefore = since?.tally.cpuMs ?? 0
  const tally: Tally = since?.tally ?? noLives()
  const coverage = since?.coverage ?? new Map()
  const ended = new Map<number, Ended>()
  let counted = since?.next ?? 0
  let begun = counted

  const sofar = (): Sofar => ({
    next: counted,
    tally,
    coverage,
    elapsedMs: (since?.elapsedMs ?? 0) + Date.now() - startedMs,
  })
  const count = (from: number, one: Ended): void => {
    ended.set(from, one)
    for (let first = ended.get(counted); first !== undefined; first = ended.get(counted)) {
      ended.delete(counted)
      counted = first.to
      addTally(tally, first.tally)
      tally.failures.splice(keptFailures)
      addCoverage(coverage, first.coverage)
    }
    tally.cpuMs = cpuMsBefore + cpuMsSince(start)
    progress?.(sofar())
  }
  const workers = Array.from(
    { length: threads },
    // A life's garbage is dead when the life is: a large nursery never has to copy it.
    () => new Worker(lab, { resourceLimits: { maxYoungGenerationSizeMb: 96 } }),
  )
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let from = begun
      let to = begun
      const next = (): void => {
        if (stop?.aborted === true || begun >= lives) {
          resolve()
          return
        }
        from = begun
        to = Math.min(lives, from + block)
        begun = to
        worker.postMessage({ seed, scene, faithful, from, to, step: 1 } satisfies Task)
      }
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('a thread of the lab has ended before its lives')))
      worker.on('message', (report: Report) => {
        if (report.kind !== 'done') return
        count(from, { to, ...report })
        next()
      })
      next()
    })
  try {
    await Promise.all(workers.map(work))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return sofar()
}

type Ended = Extract<Report, { readonly kind: 'done' }> & { readonly to: number }
