import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

export interface DroppedFields {
  /** The request that was running. */
  readonly id?: string
  readonly collection: string
  /** Paths of the fields. */
  readonly fields: readonly string[]
}

export interface ProcessSetup {
  readonly file: string
  readonly virtualName: string
  readonly env: Readonly<Record<string, string>>
  readonly clockOffsetMs: number
  /** Modules of the emulator that a function may fall back to. */
  readonly fallbacks: Readonly<Record<string, string>>
  /** `--inspect` for this process. */
  readonly inspectPort?: number
  readonly onLog: (line: { readonly id?: string; readonly level: string; readonly text: string }) => void
  /** A request to the real cloud was refused. */
  readonly onBlocked: (host: string) => void
  /** A `where` was given fields that are undefined, which the SDK drops. */
  readonly onDropped: (dropped: DroppedFields) => void
}

export interface Work {
  readonly id: string
  readonly event: unknown
  /** The context object of `main(event, context)`. */
  readonly context: unknown
  readonly env: Readonly<Record<string, string>>
  readonly unset: readonly string[]
  readonly offsetMs: number
  readonly timeoutMs: number
}

export type Outcome =
  | { readonly kind: 'returned'; readonly json: string }
  | { readonly kind: 'threw'; readonly error: UserError }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'died'; readonly reason: string }

export interface UserError {
  readonly name: string
  readonly message: string
  readonly stack: string
}

/** One process of one function. It runs one invocation at a time, for identity lives in its environment variables. */
export interface FunctionProcess {
  /** Resolves once `main` is loaded; rejects with the user's error when loading failed. */
  readonly loaded: Promise<void>
  readonly pid: number | undefined
  readonly alive: boolean
  run(work: Work): Promise<Outcome>
  setClock(offsetMs: number): void
  kill(): void
}

export class LoadError extends Error {
  override readonly name = 'LoadError'
  readonly user: UserError

  constructor(user: UserError) {
    super(user.message)
    this.user = user
  }
}

export const startProcess = (setup: ProcessSetup): FunctionProcess => {
  const child = fork(join(packageRoot, 'src/functions/runner.cjs'), [], {
    env: { ...setup.env, PAY_EMULATOR_SETUP: JSON.stringify(pickSetup(setup)) },
    execArgv: setup.inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${setup.inspectPort}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C at the terminal reaches the whole group; the emulator ends its processes itself, in order.
    detached: false,
  })
  let alive = true
  let settle: ((outcome: Outcome) => void) | undefined
  let workId: string | undefined

  const loaded = new Promise<void>((resolve, reject) => {
    child.on('message', (message: RunnerMessage) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'broken') reject(new LoadError(message.error))
      else if (message.kind === 'log') setup.onLog(message)
      else if (message.kind === 'blocked') setup.onBlocked(message.host)
      else if (message.kind === 'dropped') setup.onDropped(message)
      else if (message.kind === 'done' && (message.id === workId || message.id === undefined)) {
        if (message.fatal) alive = false
        if (message.error === undefined) settle?.({ kind: 'returned', json: message.result ?? 'null' })
        else settle?.({ kind: 'threw', error: message.error })
      }
    })
    const end = (reason: string) => {
      alive = false
      reject(new LoadError({ name: 'Error', message: reason, stack: reason }))
      settle?.({ kind: 'died', reason })
    }
    child.on('exit', (code, signal) => end(`the process of the function ended (${signal ?? `exit code ${code}`})`))
    child.on('error', (error) => end(error.message))
  })
  // Who waits for it hears of the failure; nobody waiting is no reason to die.
  loaded.catch(() => {})
  forwardOutput(child, setup.onLog, () => workId)

  return {
    loaded,
    get pid() {
      return child.pid
    },
    get alive() {
      return alive
    },
    run: (work) =>
      new Promise<Outcome>((resolve) => {
        const timer = setTimeout(() => settle?.({ kind: 'timeout' }), work.timeoutMs)
        workId = work.id
        settle = (outcome) => {
          clearTimeout(timer)
          settle = undefined
          workId = undefined
          // The cloud freezes such a process; ending it is the honest equivalent, as nothing in it goes on.
          if (outcome.kind === 'timeout') child.kill('SIGKILL')
          resolve(outcome)
        }
        if (!alive) settle({ kind: 'died', reason: 'the process of the function has ended' })
        else send(child, { kind: 'invoke', ...work })
      }),
    setClock: (offsetMs) => send(child, { kind: 'clock', offsetMs }),
    kill: () => {
      // At once, not when its exit is heard of: an answer that is already on its way must not make it look usable again.
      alive = false
      child.kill('SIGKILL')
    },
  }
}

type RunnerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: UserError }
  | { readonly kind: 'log'; readonly id?: string; readonly level: string; readonly text: string }
  | { readonly kind: 'blocked'; readonly host: string }
  | ({ readonly kind: 'dropped' } & DroppedFields)
  | {
      readonly kind: 'done'
      readonly id?: string
      readonly result?: string
      readonly error?: UserError
      readonly fatal?: boolean
    }

const pickSetup = ({ file, virtualName, clockOffsetMs, fallbacks }: ProcessSetup) => ({
  file,
  virtualName,
  clockOffsetMs,
  fallbacks,
})

const send = (child: ChildProcess, message: object) => {
  // A process that dies between the check and the send reports by its exit event.
  if (child.connected) child.send(message, () => {})
}

const forwardOutput = (child: ChildProcess, onLog: ProcessSetup['onLog'], id: () => string | undefined) => {
  const forward = (stream: NodeJS.ReadableStream | null, level: string) => {
    stream?.setEncoding('utf8')
    stream?.on('data', (text: string) => {
      if (/^(Debugger (listening|attached)|For help, see)/.test(text)) return
      const workId = id()
      for (const line of text.split('\n').filter((one) => one.trim() !== ''))
        onLog({ ...(workId === undefined ? {} : { id: workId }), level, text: line })
    })
  }
  forward(child.stdout, 'info')
  forward(child.stderr, 'error')
}
