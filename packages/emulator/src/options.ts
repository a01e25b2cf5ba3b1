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
  /** A file `{ collection: [documents] }`, inserted into collections that are empty. */
  readonly seedData?: string
  /** No lines on the terminal. */
  readonly quiet?: boolean
  /** Restart a function when its source changes; the command does, tests do not. */
  readonly watch?: boolean
  /** Environment variables for the functions, as the console of the cloud lets one set. */
  readonly functionEnv?: Readonly<Record<string, string>>
}

export interface ResolvedOptions {
  readonly project?: string
  readonly port: number
  readonly dataDir?: string
  readonly envId: string
  readonly appid: string
  readonly seedData?: string
  readonly quiet: boolean
  readonly watch: boolean
  readonly functionEnv: Readonly<Record<string, string>>
}
