import { parentPort, workerData } from 'node:worker_threads'
import type { Coverage } from '../engine/coverage.ts'
import { runLives, type Tally } from '../engine/run-lives.ts'
import { faithful } from '../engine/weather.ts'

/** What one thread is asked to do. */
export interface Task {
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly step: number
  readonly scene?: string | undefined
  /** WeChat keeps its contract. */
  readonly faithful?: boolean | undefined
  readonly stopAtViolation?: boolean | undefined
  readonly cpuMs?: number | undefined
  /** Stops after so many lives that broke a promise. */
  readonly mostFailures?: number | undefined
}

export type Report =
  | { readonly kind: 'progress'; readonly tally: Tally }
  | { readonly kind: 'done'; readonly tally: Tally; readonly coverage: Coverage }

// Every injected fault makes an Error; its stack would cost more than the call. The story of one life has stacks.
Error.stackTraceLimit = 0
const say = (report: Report) => parentPort?.postMessage(report)

const liveThem = async (task: Task): Promise<void> => {
  const coverage: Coverage = new Map()
  const tally = await runLives({
    ...task,
    coverage,
    weather: task.faithful === true ? faithful : undefined,
    progress: (sofar) => say({ kind: 'progress', tally: sofar }),
  })
  say({ kind: 'done', tally, coverage })
}

// One task, and the thread ends; or, without, one after the other as they come.
if (workerData !== undefined) await liveThem(workerData as Task)
else parentPort?.on('message', liveThem)
