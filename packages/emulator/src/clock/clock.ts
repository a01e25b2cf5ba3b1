/** The emulator's time: real time plus an offset that a person may increase. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `task` when the clock reaches `atMs`, at once if that is past. Returns its cancellation. */
  at(atMs: number, task: Task): () => void
  after(ms: number, task: Task): () => void
  /** Moves on by `ms`, running what falls due in order, each awaited, `now()` being its due time. */
  advance(ms: number): Promise<void>
  /** What is still to come, soonest first. */
  pending(): readonly number[]
  /**
   * Tells the offset from real time whenever it changes, for processes that keep time by themselves; `arrived` is false
   * while it is still on its way.
   */
  onShift(listener: (offsetMs: number, arrived: boolean) => void): void
  /** Forgets what is pending and returns to real time. */
  reset(): void
  dispose(): void
}

export type Task = () => unknown

interface Entry {
  readonly atMs: number
  readonly order: number
  readonly task: Task
}

// setTimeout takes 31 bits of milliseconds; a longer wait would fire at once.
const longestWaitMs = 2 ** 31 - 1

export const createClock = (realNow: () => number = Date.now, startOffsetMs = 0): Clock => {
  let offset = startOffsetMs
  // While advancing, time stands at the entry being run, so that what it schedules is relative to its own moment.
  let frozen: number | undefined
  let entries: Entry[] = []
  let order = 0
  let wake: NodeJS.Timeout | undefined
  let advancing: Promise<void> = Promise.resolve()
  let disposed = false
  const listeners: ((offsetMs: number, arrived: boolean) => void)[] = []

  const now = () => frozen ?? realNow() + offset

  const tell = () => {
    for (const listener of listeners) listener(now() - realNow(), frozen === undefined)
  }

  const arm = () => {
    clearTimeout(wake)
    const next = entries[0]
    if (next === undefined || frozen !== undefined || disposed) return
    wake = setTimeout(ring, Math.min(Math.max(next.atMs - now(), 0), longestWaitMs))
    wake.unref()
  }

  const ring = () => {
    while (entries[0] !== undefined && entries[0].atMs <= now()) run(entries.shift() as Entry)
    arm()
  }

  const at = (atMs: number, task: Task) => {
    const entry = { atMs, order: order++, task }
    const index = entries.findIndex((other) => other.atMs > atMs)
    entries.splice(index === -1 ? entries.length : index, 0, entry)
    arm()
    return () => {
      entries = entries.filter((other) => other !== entry)
      arm()
    }
  }

  const advanceNow = async (ms: number) => {
    const goal = now() + ms
    frozen = now()
    clearTimeout(wake)
    try {
      while (entries[0] !== undefined && entries[0].atMs <= goal) {
        const entry = entries.shift() as Entry
        frozen = Math.max(frozen, entry.atMs)
        tell()
        await run(entry)
      }
    } finally {
      offset = goal - realNow()
      frozen = undefined
      tell()
      arm()
    }
  }

  return {
    now,
    at,
    after: (ms, task) => at(now() + ms, task),
    advance: (ms) => {
      if (!Number.isFinite(ms) || ms < 0) return Promise.reject(new RangeError(`cannot advance by ${ms} ms`))
      advancing = advancing.then(() => advanceNow(ms))
      return advancing
    },
    pending: () => entries.map((entry) => entry.atMs),
    onShift: (listener) => listeners.push(listener),
    reset: () => {
      entries = []
      offset = 0
      tell()
      arm()
    },
    dispose: () => {
      disposed = true
      entries = []
      clearTimeout(wake)
    },
  }
}

/** One failing task must not stop the clock of everyone else. */
const run = async (entry: Entry): Promise<void> => {
  try {
    await entry.task()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}
