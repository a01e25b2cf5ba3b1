import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { addCoverage, type Coverage } from '../engine/coverage.ts'
import { addTally, cpuMsSince, noLives, type Tally } from '../engine/run-lives.ts'
import type { Report, Task } from './worker.ts'

export interface LabRun extends Omit<Task, 'step' | 'from' | 'to'> {
  /** The first life; 0, unless said. */
  readonly from?: number | undefined
  readonly lives: number
  readonly threads?: number | undefined
  readonly progress?: ((sofar: Tally) => void) | undefined
}

/** Lives 0 to `lives` − 1 of a seed, shared out to the cores; which thread lives which does not change what happens in it. */
export const runOnAllCores = async (lab: string, run: LabRun): Promise<{ tally: Tally; coverage: Coverage }> => {
  const { lives, from = 0, threads = availableParallelism(), progress, ...task } = run
  const start = process.cpuUsage()
  const coverage: Coverage = new Map()
  const tallies: Tally[] = Array.from({ length: threads }, noLives)
  await Promise.all(
    tallies.map(
      (_, at) =>
        new Promise<void>((resolve, reject) => {
          // A life's garbage is dead when the life is: a large nursery never has to copy it.
          const resourceLimits = { maxYoungGenerationSizeMb: 96 }
          const worker = new Worker(lab, {
            resourceLimits,
            workerData: { ...task, from: from + at, to: lives, step: threads } satisfies Task,
          })
          worker.on('error', reject)
          worker.on('exit', () => resolve())
          worker.on('message', (report: Report) => {
            tallies[at] = report.tally
            if (report.kind === 'done') addCoverage(coverage, report.coverage)
            progress?.(sumOf(tallies, start))
            if (task.stopAtViolation === true && report.tally.violations > 0) resolve()
          })
        }),
    ),
  )
  return { tally: sumOf(tallies, start), coverage }
}

const sumOf = (tallies: readonly Tally[], start: NodeJS.CpuUsage): Tally => {
  const sum = noLives()
  for (const tally of tallies) addTally(sum, tally)
  sum.failures.sort((a, b) => a.life - b.life)
  sum.cpuMs = cpuMsSince(start)
  return sum
}
