/** A cloud function as found in the project. */
export interface FunctionSource {
  readonly name: string
  readonly folder: string
  /** `index.js`, `index.ts` …, absolute. */
  readonly entry: string
  readonly config: FunctionConfig
}

/** What `config.json` of a function may say that the emulator heeds. */
export interface FunctionConfig {
  readonly timeoutMs: number
  readonly triggers: readonly Trigger[]
  readonly env: Readonly<Record<string, string>>
  /** `permissions.openapi`: the cloud refuses any other with -604101. */
  readonly openapi: readonly string[]
}

export interface Trigger {
  readonly name: string
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  readonly cron: string
}
