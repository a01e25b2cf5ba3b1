import { type Clock, createClock } from './clock/clock.ts'
import { createTimeline } from './events/timeline.ts'
import { createFaultHook, type FaultHook } from './fault-hook.ts'
import type { FunctionsService } from './functions/functions-service.ts'
import { createAdmin } from './http/admin.ts'
import { createRouter } from './http/router.ts'
import { type HttpServer, listen } from './http/server.ts'
import { type DataFolder, memoryData, openDataFolder } from './journal/data-folder.ts'
import type { Journal } from './journal/journal.ts'
import { type EmulatorOptions, resolveOptions } from './options.ts'
import { openProject } from './project/project.ts'
import type { ActionHandler, EmulatorContext, InvocationResult, Service } from './service.ts'
import { services as table } from './services.ts'
import { coreRoutes } from './steering/core-routes.ts'
import { setConsoles } from './steering/set-consoles.ts'
import { createUsers, type User } from './users/users.ts'

/**
 * A WeChat cloud in this process: functions, database, storage, WeChat Pay, on one address of 127.0.0.1.
 *
 * ```ts
 * const emulator = new Emulator({ project: 'my-mini-program' })
 * await emulator.ready()
 * await emulator.as('li').call('order', { action: 'place' })
 * await emulator.advance(30 * 60_000)
 * await emulator.dispose()
 * ```
 */
export class Emulator {
  readonly context: EmulatorContext
  readonly #services: readonly Service[]
  readonly #data: DataFolder
  #server: HttpServer | undefined
  #starting: Promise<string> | undefined
  #disposing: Promise<void> | undefined

  /** Throws ProjectError or DataFolderError, whose message says what to do. */
  constructor(given: EmulatorOptions = {}) {
    const log = (line: string) => {
      if (given.quiet !== true) (given.log ?? console.log)(line)
    }
    const project = openProject(given.project, log)
    const options = resolveOptions(given, project.appid)
    this.#data = options.dataDir === undefined ? memoryData() : openDataFolder(options.dataDir, log)
    const clock = keptClock(this.#data.journal('clock'))
    this.context = {
      options,
      project,
      clock,
      events: createTimeline(clock.now),
      users: createUsers(options.appid),
      faults: createFaultHook(),
      journal: (name) => this.#data.journal(name),
      folder: (name) => this.#data.folder(name),
      invoke: (invocation) => this.#functions().invoke(invocation),
      address: () => this.address,
      service: (name) => this.#find(name),
      services: () => this.#services,
      reset: () => this.reset(),
      log,
    }
    this.#services = table.map((create) => create(this.context))
  }

  /** Starts everything once and resolves to the address. Rejects with PortInUseError, DataFolderError … */
  ready(): Promise<string> {
    this.#starting ??= this.#start()
    return this.#starting
  }

  /** `http://127.0.0.1:<port>`; after ready(). */
  get address(): string {
    if (this.#server === undefined) throw new Error('the emulator is not ready: await ready() first')
    return this.#server.address
  }

  get faults(): FaultHook {
    return this.context.faults
  }

  /** Empties everything and returns to real time; functions keep running. */
  async reset(): Promise<void> {
    this.context.clock.reset()
    this.context.events.clear()
    this.context.users.reset()
    for (const service of this.#services) await service.reset?.()
    if (this.#server !== undefined) await setConsoles(this.#server.address, this.context.options.consoles)
  }

  /** A user by name, whose calls are calls of a phone. */
  as(name: string): User & { call(functionName: string, data?: unknown): Promise<unknown> } {
    return {
      ...this.context.users.get(name),
      call: (functionName, data) => this.call(functionName, data, { as: name }),
    }
  }

  /** Calls a function as a client does and returns its result. Throws FunctionCallError. */
  async call(
    functionName: string,
    data: unknown = {},
    { as = 'user' }: { readonly as?: string } = {},
  ): Promise<unknown> {
    const user = this.context.users.get(as)
    const answer = await this.context.invoke({
      functionName,
      event: JSON.parse(JSON.stringify(data)),
      source: 'wx_client',
      caller: {
        openid: user.openid,
        appid: this.context.options.appid,
        unionid: user.unionid,
        clientIp: user.clientIp,
      },
    })
    if (!answer.ok) throw new FunctionCallError(functionName, answer)
    return answer.result
  }

  /** Moves the clock on, firing timers, notices and deadlines on the way, in order. */
  advance(ms: number): Promise<void> {
    return this.context.clock.advance(ms)
  }

  /** Ends processes, timers and the server. Safe to call twice. */
  dispose(): Promise<void> {
    this.#disposing ??= this.#dispose()
    return this.#disposing
  }

  async #start(): Promise<string> {
    try {
      const actions = new Map<string, ActionHandler>()
      for (const service of this.#services)
        for (const [name, handler] of Object.entries(service.actions ?? {})) actions.set(name, handler)
      const router = createRouter([
        ...coreRoutes(this.context),
        ...this.#services.flatMap((service) => service.routes ?? []),
      ])
      const admin = createAdmin({
        context: this.context,
        actions,
        holderOf: (token) => this.#functions().tokens.holderOf(token),
      })
      const { port } = this.context.options
      this.#server = await listen(port, { router, users: this.context.users, admin })
      for (const service of this.#services) await service.start?.()
      await setConsoles(this.#server.address, this.context.options.consoles)
      return this.#server.address
    } catch (error) {
      await this.dispose()
      throw error
    }
  }

  async #dispose(): Promise<void> {
    this.context.clock.dispose()
    for (const service of [...this.#services].reverse()) await service.dispose?.()
    await this.#server?.close()
    this.#data.close()
  }

  #functions(): FunctionsService {
    return this.#find<FunctionsService>('functions')
  }

  #find<T extends Service>(name: string): T {
    const found = this.#services.find((service) => service.name === name)
    if (found === undefined) throw new Error(`there is no service ${name}`)
    return found as T
  }
}

/** A clock that was advanced stays so: data written in what is then the future would make no sense after a restart. */
const keptClock = (journal: Journal): Clock => {
  const kept = journal.replay().at(-1) as { readonly offsetMs: number } | undefined
  const clock = createClock(Date.now, kept?.offsetMs ?? 0)
  clock.onShift((offsetMs, arrived) => {
    if (arrived) journal.rewrite([{ offsetMs }])
  })
  return clock
}

/** A function called by a client failed; `answer` has the cloud's code and the stack. */
export class FunctionCallError extends Error {
  override readonly name = 'FunctionCallError'
  readonly code: string
  readonly answer: InvocationResult

  constructor(functionName: string, answer: InvocationResult) {
    super(`${functionName}: ${answer.error?.code} ${answer.error?.message}`)
    this.code = answer.error?.code ?? ''
    this.answer = answer
  }
}
