import {
  type FunctionProcess,
  LoadError,
  type Outcome,
  type ProcessSetup,
  startProcess,
  type UserError,
  type Work,
} from './function-process.ts'

export interface PoolOptions {
  readonly setup: () => Promise<ProcessSetup>
  /** Most processes at once; further invocations wait their turn. */
  readonly concurrency: number
  /** How long a process beyond the first may stay unused, ms. */
  readonly idleMs?: number
}

/** The processes of one function: grows while all are busy, keeps the idle ones warm. */
export interface FunctionPool {
  /** `onStart` hears which process runs the work, so that it can be killed on request. */
  run(work: () => Work, onStart: (process: FunctionProcess) => void): Promise<Outcome | Broken>
  /** Starts a process ahead of the first call. Resolves to what keeps it from loading, if anything does. */
  warm(): Promise<Broken | undefined>
  setClock(offsetMs: number): void
  processes(): readonly FunctionProcess[]
  /** Ends every process, and what it keeps in memory with it; the next invocation starts cold. */
  forget(): void
  /** Ends idle processes at once and busy ones after their invocation. */
  retire(): void
  kill(): Promise<void>
}

const defaultIdleMs = 20_000

/** The code does not load, or does not compile. */
export interface Broken {
  readonly kind: 'broken'
  readonly error: UserError
}

export const createPool = (options: PoolOptions): FunctionPool => {
  const all = new Set<FunctionProcess>()
  const idle: FunctionProcess[] = []
  const waiting: (() => void)[] = []
  /** Ends what stayed unused: the oldest stand first, the next invocation takes the last. */
  let shrinking: NodeJS.Timeout | undefined
  let starting = 0
  let retired = false

  const start = async (): Promise<FunctionProcess | Broken> => {
    starting += 1
    try {
      const started = startProcess(await options.setup())
      all.add(started)
      try {
        await started.loaded
        return started
      } catch (error) {
        started.kill()
        all.delete(started)
        return broken(error)
      }
    } catch (error) {
      return broken(error)
    } finally {
      starting -= 1
    }
  }

  const acquire = async (): Promise<FunctionProcess | Broken> => {
    for (;;) {
      const free = idle.pop()
      if (free?.alive) return free
      if (free !== undefined) {
        all.delete(free)
        continue
      }
      if (all.size + starting < options.concurrency) return start()
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  const release = (process: FunctionProcess) => {
    if (!process.alive || retired) {
      process.kill()
      all.delete(process)
    } else {
      idle.push(process)
      shrinkLater()
    }
    waiting.shift()?.()
  }

  const shrinkLater = () => {
    if (shrinking !== undefined || idle.length < 2) return
    shrinking = setTimeout(() => {
      shrinking = undefined
      const spare = idle.length > 1 ? idle.shift() : undefined
      if (spare === undefined) return
      spare.kill()
      all.delete(spare)
      shrinkLater()
    }, options.idleMs ?? defaultIdleMs)
    shrinking.unref()
  }

  return {
    run: async (work, onStart) => {
      const process = await acquire()
      if ('kind' in process) {
        waiting.shift()?.()
        return process
      }
      onStart(process)
      const outcome = await process.run(work())
      if (outcome.kind === 'timeout' || outcome.kind === 'died') {
        all.delete(process)
        waiting.shift()?.()
      } else release(process)
      return outcome
    },
    warm: async () => {
      const process = await start()
      if ('kind' in process) return process
      release(process)
      return undefined
    },
    setClock: (offsetMs) => {
      for (const process of all) process.setClock(offsetMs)
    },
    processes: () => [...all],
    forget: () => {
      for (const process of all) process.kill()
      all.clear()
      idle.length = 0
    },
    retire: () => {
      retired = true
      for (const process of idle.splice(0)) {
        process.kill()
        all.delete(process)
      }
    },
    kill: async () => {
      retired = true
      clearTimeout(shrinking)
      for (const process of all) process.kill()
      all.clear()
    },
  }
}

const broken = (error: unknown): Broken => {
  if (error instanceof LoadError) return { kind: 'broken', error: error.user }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'broken', error: { name, message, stack: stack ?? message } }
}
