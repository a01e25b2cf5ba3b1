import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { EmulatorOptions } from '../options.ts'

export interface Arguments {
  readonly options: EmulatorOptions
  readonly reset: boolean
  readonly help: boolean
}

/** What was typed cannot be understood; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const help = `pay-emulator [folder] [options]     a WeChat cloud and a WeChat Pay on this machine

  folder             functions: a folder of folders with index.js or index.ts, or a project with a
                     project.config.json that names them (default: this folder)
  --port N           where it listens on 127.0.0.1 (9500; 0 takes a free one)
  --data-dir PATH    keep the data there (without it: in memory, gone at the end)
  --reset            empty the data folder first
  --seed-data FILE   { "collection": [documents] }, inserted into collections that are empty; of a folder: its
                     seed.json and those of the folders in it; files in
                     seed-files beside it go to the storage
  --env ID           the environment id that functions see
  --appid ID         the mini-program's appid (default: that of project.config.json)
  --hosting PATH     static pages served at the root of the address
  --inspect [N]      debugger ports for the functions, from N (9229) upwards; no time limit then
  --config FILE      the same options as JSON (default: pay-emulator.config.json in the folder)
  --quiet            only the line that says ready
  --help             this

pay-emulator exam [folder]          WeChat's acceptance cases asked of a project; exam --help tells more

All that steers it is listed at <address>/__emulator; the dashboard is at <address>/__emulator/dashboard.
`

const spec = {
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  reset: { type: 'boolean' },
  'seed-data': { type: 'string' },
  env: { type: 'string' },
  appid: { type: 'string' },
  hosting: { type: 'string' },
  inspect: { type: 'string' },
  config: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Options of the command line over those of the configuration file. Throws UsageError. */
export const readArguments = (argv: readonly string[]): Arguments => {
  const { values, positionals } = parse(withDefaultInspect(argv))
  if (positionals.length > 1)
    throw new UsageError(`one folder at most, not ${positionals.length}: ${positionals.join(' ')}`)
  const project = resolve(positionals[0] ?? '.')
  const file = readConfig(values.config, project)
  // Paths in a configuration are meant from where it lies.
  const base = values.config === undefined ? project : dirname(resolve(values.config))
  const pick = (name: keyof typeof values, key: string): string | undefined => {
    const value = values[name] ?? file[key]
    return value === undefined ? undefined : String(value)
  }
  const path = (name: keyof typeof values, key: string) => {
    if (values[name] !== undefined) return resolve(String(values[name]))
    return typeof file[key] === 'string' ? resolve(base, file[key]) : undefined
  }
  const port = toPort(pick('port', 'port') ?? '9500', '--port')
  const inspect = pick('inspect', 'inspect')
  return {
    reset: values.reset === true,
    help: values.help === true,
    options: {
      project,
      port,
      watch: true,
      quiet: values.quiet === true || file.quiet === true,
      functionEnv: (file.functionEnv ?? {}) as Record<string, string>,
      consoles: (file.consoles ?? {}) as Record<string, unknown>,
      ...present('dataDir', path('data-dir', 'dataDir')),
      ...present('seedData', path('seed-data', 'seedData')),
      ...present('hosting', path('hosting', 'hosting')),
      ...present('envId', pick('env', 'envId')),
      ...present('appid', pick('appid', 'appid')),
      ...present('inspect', inspect === undefined ? undefined : toPort(inspect, '--inspect')),
    },
  }
}

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: spec, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; --help lists the options`)
  }
}

/** `--inspect` may stand alone, as with Node. */
const withDefaultInspect = (argv: readonly string[]): readonly string[] =>
  argv.map((word, at) => (word === '--inspect' && !/^\d+$/.test(argv[at + 1] ?? '') ? '--inspect=9229' : word))

const readConfig = (named: string | undefined, project: string): Record<string, unknown> => {
  const file = named === undefined ? join(project, 'pay-emulator.config.json') : resolve(named)
  if (named === undefined && !existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new UsageError(`the configuration ${file} cannot be read: ${(error as Error).message}`)
  }
}

const toPort = (text: string, option: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`${option} takes a number up to 65535, not ${text}`)
  return port
}

const present = <K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: V })
