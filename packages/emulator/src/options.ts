/** What `new Emulator()` takes; everything has a default that suits tests. */
export interface EmulatorOptions {
  /** The project folder: functions in it, or a `project.config.json` that says where. */
  readonly project?: string
  /** 0 picks a free one; the command's default is 9500. */
  readonly port?: number
  /** Where data survives a restart; in memory without it. */
  readonly dataDir?: string
  readonly envId?: string
  readonly appid?: string
  /** A file `{ collection: [documents] }`, inserted into collections that are empty; or a folder with `seed.json` in it or one deeper. Files of `seed-files` beside it go to the storage. */
  readonly seedData?: string
  /** What one sets by hand in WeChat's consoles: steering door below `/__emulator/` → body, posted at every start. */
  readonly consoles?: Readonly<Record<string, unknown>>
  /** A folder of static pages, served at the root of the address. */
  readonly hosting?: string
  /** No lines on the terminal. */
  readonly quiet?: boolean
  /** Restart a function when its source changes; the command does, tests do not. */
  readonly watch?: boolean
  /** Environment variables for the functions, as the console of the cloud lets one set. */
  readonly functionEnv?: Readonly<Record<string, string>>
  /** First port for debuggers: function processes get this one and those after it, one process per function. */
  readonly inspect?: number
  /** Where the lines for the person go; standard output unless given. */
  readonly log?: (line: string) => void
}

export interface ResolvedOptions {
  readonly project?: string
  readonly port: number
  readonly dataDir?: string
  readonly envId: string
  readonly appid: string
  readonly seedData?: string
  readonly consoles: Readonly<Record<string, unknown>>
  readonly hosting?: string
  readonly quiet: boolean
  readonly watch: boolean
  readonly functionEnv: Readonly<Record<string, string>>
  readonly inspect?: number
}

/** An appid that WeChat has not given to anybody: theirs are `wx` and 16 hexadecimal digits as well. */
const defaultAppid = 'wx000000000000e100'

export const resolveOptions = (given: EmulatorOptions, projectAppid: string | undefined): ResolvedOptions => ({
  ...(given.project === undefined ? {} : { project: given.project }),
  port: given.port ?? 0,
  ...(given.dataDir === undefined ? {} : { dataDir: given.dataDir }),
  envId: given.envId ?? 'emulator-0g0000000000000',
  appid: given.appid ?? projectAppid ?? defaultAppid,
  ...(given.seedData === undefined ? {} : { seedData: given.seedData }),
  ...(given.hosting === undefined ? {} : { hosting: given.hosting }),
  consoles: given.consoles ?? {},
  quiet: given.quiet ?? false,
  watch: given.watch ?? false,
  functionEnv: given.functionEnv ?? {},
  ...(given.inspect === undefined ? {} : { inspect: given.inspect }),
})
