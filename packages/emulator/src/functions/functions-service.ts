import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudError } from '../cloud-error.ts'
import { packageRoot } from '../package-root.ts'
import type { ActionHandler, EmulatorContext, Invocation, InvocationResult, Service } from '../service.ts'
import type { BuiltFunction } from './build-function.ts'
import { clientRoutes } from './client-routes.ts'
import { type DeployedFunction, deployFunction, explainBroken } from './deployed-function.ts'
import { nameOf, partyOf } from './describe-invocation.ts'
import { functionContext, withUserInfo } from './function-context.ts'
import type { FunctionProcess, ProcessSetup } from './function-process.ts'
import { functionRoutes } from './function-routes.ts'
import type { FunctionSource } from './function-source.ts'
import { invocationEnv } from './invocation-env.ts'
import { failed, toResult } from './invocation-outcome.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { foldersBelow, watchFolders } from './watch-folders.ts'

export interface FunctionsService extends Service {
  readonly tokens: Tokens
  sources(): readonly FunctionSource[]
  deployed(name: string): DeployedFunction | undefined
  invoke(invocation: Invocation): Promise<InvocationResult>
}

// One process each up to this many at once; further calls queue. Plenty for a laptop, and a runaway loop stays bounded.
const concurrency = 8

/** Cloud functions: processes, reload on change, who called, time limit, logs. */
export const functionsService = (context: EmulatorContext): FunctionsService => {
  const { project, options, clock, events } = context
  const tokens = createTokens()
  const scratch = mkdtempSync(join(tmpdir(), 'pay-emulator-'))
  const functions = new Map<string, DeployedFunction>()
  const fallbacks = findFallbacks()
  let sources: readonly FunctionSource[] = []
  let ended = false
  /** A function keeps its port when it is reloaded, so that a debugger finds it again. */
  const inspectPorts = new Map<string, number>()

  const setup = (built: BuiltFunction, source: FunctionSource): ProcessSetup => ({
    file: built.file,
    virtualName: built.virtualName,
    clockOffsetMs: clock.now() - Date.now(),
    fallbacks,
    env: { ...inheritedEnv(), ...staticEnv(context), ...options.functionEnv, ...source.config.env },
    ...(options.inspect === undefined ? {} : { inspectPort: portOf(source.name, options.inspect) }),
    onLog: (line) => {
      events.add({
        from: `function:${source.name}`,
        to: 'log',
        kind: 'log',
        name: line.level,
        ...(line.id === undefined ? {} : { requestId: line.id }),
        detail: line.text,
      })
      context.log(`[${source.name}] ${line.text}`)
    },
    onBlocked: (host) => {
      events.add({ from: `function:${source.name}`, to: host, kind: 'warning', name: 'refused', ok: false })
      context.log(`[${source.name}] tried to reach the real ${host}; refused`)
    },
    onDropped: ({ id, collection, fields }) => {
      const text = `where() on ${collection} was given undefined for ${fields.join(', ')}; the SDK drops it, and the condition matches more than was meant`
      events.add({
        from: `function:${source.name}`,
        to: 'database',
        kind: 'warning',
        name: 'undefined field',
        ok: false,
        ...(id === undefined ? {} : { parentRequestId: id }),
        detail: text,
      })
      context.log(`warning: [${source.name}] ${text}`)
    },
  })

  const portOf = (name: string, first: number): number => {
    const known = inspectPorts.get(name)
    if (known !== undefined) return known
    const port = first + inspectPorts.size
    inspectPorts.set(name, port)
    context.log(`function ${name} listens for a debugger on 127.0.0.1:${port}`)
    return port
  }

  const deploy = (source: FunctionSource) => {
    functions.get(source.name)?.pool.retire()
    const most = options.inspect === undefined ? concurrency : 1
    functions.set(source.name, deployFunction({ source, scratch, concurrency: most, setup }))
  }

  /** Loads ahead of the first call, so that a broken function is told at once and nobody waits for a cold start. */
  const warm = async (name: string) => {
    const deployed = functions.get(name)
    if (deployed === undefined || ended) return
    const result = await deployed.built
    const broken = 'kind' in result ? result : await deployed.pool.warm()
    await rewatch()
    if (broken === undefined || ended) return
    const line = explainBroken(name, broken)
    events.add({ from: `function:${name}`, to: 'log', kind: 'warning', name: 'broken', ok: false, detail: line })
    context.log(line)
  }

  const watcher = watchFolders((changed) => {
    const found = project.rescan()
    const before = new Map(sources.map((source) => [source.name, source]))
    sources = found
    for (const [name, deployed] of functions) {
      if (found.some((source) => source.name === name)) continue
      deployed.pool.retire()
      functions.delete(name)
    }
    void (async () => {
      for (const source of found) {
        const deployed = functions.get(source.name)
        const folders = deployed === undefined ? [] : await watchedFolders(deployed)
        const touched = folders.some((folder) => changed.has(folder))
        const reconfigured = JSON.stringify(before.get(source.name)) !== JSON.stringify(source)
        if (deployed !== undefined && !touched && !reconfigured) continue
        deploy(source)
        context.log(`function ${source.name} reloaded`)
        events.add({ from: 'person', to: `function:${source.name}`, kind: 'change', name: 'reloaded' })
        await warm(source.name)
      }
    })()
  })

  const rewatch = async () => {
    if (!options.watch || ended) return
    const folders = await Promise.all([...functions.values()].map(watchedFolders))
    if (!ended) watcher.set([...(project.root === undefined ? [] : [project.root]), ...folders.flat()])
  }

  const invoke = async (invocation: Invocation): Promise<InvocationResult> => {
    const requestId = randomUUID()
    const startedAt = clock.now()
    const started = performance.now()
    const answer = await perform(invocation, requestId)
    const result = { requestId, ms: performance.now() - started, ...answer }
    if (answer.error !== undefined && answer.error.code !== 'FUNCTION_NOT_FOUND')
      context.log(`[${invocation.functionName}] failed: ${answer.error.stack ?? answer.error.message}`)
    const user = invocation.caller === undefined ? undefined : context.users.byOpenid(invocation.caller.openid)
    events.add({
      at: startedAt,
      from: partyOf(invocation),
      to: `function:${invocation.functionName}`,
      kind: invocation.source === 'wx_paycallback' ? 'notice' : invocation.source === 'wx_trigger' ? 'timer' : 'call',
      name: nameOf(invocation),
      requestId,
      ...(invocation.parentRequestId === undefined ? {} : { parentRequestId: invocation.parentRequestId }),
      ...(user === undefined ? {} : { user: user.name }),
      ms: result.ms,
      ok: result.ok,
      detail: { event: invocation.event, ...(result.ok ? { result: result.result } : { error: result.error }) },
    })
    return result
  }

  const perform = async (
    invocation: Invocation,
    requestId: string,
  ): Promise<Pick<InvocationResult, 'ok' | 'result' | 'error'>> => {
    const deployed = functions.get(invocation.functionName)
    if (deployed === undefined)
      return failed('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${invocation.functionName}`)
    const { config, name } = deployed.source
    let process: FunctionProcess | undefined
    const token = tokens.issue({
      from: { functionName: name, requestId, source: invocation.source },
      ...(invocation.caller === undefined ? {} : { caller: invocation.caller }),
      kill: () => process?.kill(),
    })
    const { env, unset } = invocationEnv(invocation, requestId, token, options.envId)
    const outcome = await deployed.pool.run(
      () => ({
        id: requestId,
        event: withUserInfo(invocation),
        context: functionContext(name, config.timeoutMs, requestId, options.envId, env),
        env,
        unset,
        offsetMs: clock.now() - Date.now(),
        // A breakpoint would run into the limit.
        timeoutMs: options.inspect === undefined ? config.timeoutMs : 2 ** 31 - 1,
      }),
      (started) => {
        process = started
      },
    )
    if (outcome.kind === 'broken')
      return failed('FUNCTIONS_EXECUTE_FAIL', explainBroken(name, outcome), outcome.error.stack)
    return toResult(outcome, config.timeoutMs)
  }

  const invokeFromFunction: ActionHandler = async (call) => {
    const { function_name: functionName, request_data: data } = call.body
    if (typeof functionName !== 'string') throw new CloudError('INVALID_PARAM', 'function_name is missing')
    const answer = await invoke({
      functionName,
      event: typeof data === 'string' && data !== '' ? JSON.parse(data) : {},
      source: call.from === undefined ? 'scf' : `${call.from.source},scf`,
      ...(call.caller === undefined ? {} : { caller: call.caller }),
      ...(call.from === undefined ? {} : { parentRequestId: call.from.requestId }),
    })
    if (answer.error !== undefined) throw new CloudError(answer.error.code, answer.error.message)
    return { data: { response_data: JSON.stringify(answer.result ?? null) } }
  }

  const service: FunctionsService = {
    name: 'functions',
    about: 'Cloud functions, one pool of processes each, with the identity, time limit and time zone of the cloud.',
    tokens,
    sources: () => sources,
    deployed: (name) => functions.get(name),
    invoke,
    actions: { 'functions.invokeFunction': invokeFromFunction },
    routes: [],
    start: () => {
      sources = project.rescan()
      for (const source of sources) deploy(source)
      clock.onShift((offsetMs) => {
        for (const { pool } of functions.values()) pool.setClock(offsetMs)
      })
      // Not awaited: the address answers first, and the functions get warm behind it, one after the other.
      if (options.watch)
        setImmediate(async () => {
          for (const source of sources) await warm(source.name)
        })
    },
    // What a function remembers from call to call (settings, tokens) is of the data that is gone.
    reset: () => {
      for (const { pool } of functions.values()) pool.forget()
    },
    dispose: async () => {
      ended = true
      watcher.close()
      await Promise.all([...functions.values()].map(({ pool }) => pool.kill()))
      rmSync(scratch, { recursive: true, force: true })
    },
  }
  return { ...service, routes: [...functionRoutes(context, service), ...clientRoutes(context, service)] }
}

const watchedFolders = async (deployed: DeployedFunction): Promise<readonly string[]> => {
  const { folders } = await deployed.built
  return [...new Set([...foldersBelow(deployed.source.folder), ...folders])]
}

/** What a process needs to live; none of the person's own variables, which the cloud would not have either. */
const inheritedEnv = () =>
  Object.fromEntries(
    ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'HOME'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const staticEnv = (context: EmulatorContext): Record<string, string> => ({
  TZ: 'UTC',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  // Without any, the SDK rejects in the background and the process dies.
  TENCENTCLOUD_SECRETID: 'emulator',
  TENCENTCLOUD_SECRETKEY: 'emulator',
  SCF_NAMESPACE: context.options.envId,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${context.address()}/admin` }),
})

const findFallbacks = (): Record<string, string> => {
  try {
    return { 'wx-server-sdk': createRequire(join(packageRoot, 'package.json')).resolve('wx-server-sdk') }
  } catch {
    return {}
  }
}
