import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError, type BuiltFunction, buildFunction } from './build-function.ts'
import { type Broken, createPool, type FunctionPool } from './function-pool.ts'
import type { ProcessSetup, UserError } from './function-process.ts'
import type { FunctionSource } from './function-source.ts'

export interface DeployedFunction {
  readonly source: FunctionSource
  readonly pool: FunctionPool
  /** The build of the code that the pool runs; rejects never, tells what is broken. */
  readonly built: Promise<BuiltFunction | BuildFailure>
}

export interface BuildFailure {
  readonly kind: 'unbuildable'
  readonly error: UserError
  readonly folders: readonly string[]
}

export interface DeployOptions {
  readonly source: FunctionSource
  readonly scratch: string
  readonly concurrency: number
  readonly setup: (built: BuiltFunction, source: FunctionSource) => ProcessSetup
}

/** Builds a function, on first need, and gives it its processes. A change of its source deploys it anew. */
export const deployFunction = ({ source, scratch, concurrency, setup }: DeployOptions): DeployedFunction => {
  const built = lazily(() => build(source, join(scratch, String(nextDeployment++))))
  const pool = createPool({
    concurrency,
    setup: async () => {
      const result = await built()
      if ('kind' in result) throw Object.assign(new Error(result.error.message), { name: result.error.name })
      return setup(result, source)
    },
  })
  return {
    source,
    pool,
    get built() {
      return built()
    },
  }
}

/** One line that names file and line, for the terminal and for whoever calls the broken function. */
export const explainBroken = (name: string, broken: Broken | BuildFailure): string => {
  const { error } = broken
  const place = /^(?<place>[^\n(]*?:\d+)(:\d+)?$/m.exec(error.stack.split('\n')[0] ?? '')?.groups?.place
  const frame = /\(?(?<place>[^\s()]+:\d+):\d+\)?$/m.exec(ownFrames(error.stack))?.groups?.place
  const text = `${error.name}: ${error.message.split('\n')[0]}`
  const where = place ?? frame
  return `function ${name} does not load: ${where === undefined || text.includes(where) ? '' : `${where} `}${text}`
}

const ownFrames = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node:|runner\.cjs|node_modules/.test(line))
    .join('\n')

let nextDeployment = 1

const build = async (source: FunctionSource, folder: string): Promise<BuiltFunction | BuildFailure> => {
  try {
    return await buildFunction(source, folder)
  } catch (error) {
    const { name, message, stack } = error as Error
    rmSync(folder, { recursive: true, force: true })
    const folders = error instanceof BuildError ? error.folders : [source.folder]
    return {
      kind: 'unbuildable',
      error: { name: name === 'BuildError' ? 'SyntaxError' : name, message, stack: stack ?? message },
      folders,
    }
  }
}

const lazily = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let value: Promise<T> | undefined
  return () => {
    value ??= make()
    return value
  }
}
