/** One line per thing worth knowing, as one JSON object. No secret, no openid in clear. */
export interface Log {
  write(line: LogLine): void
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  /** What this line is about: `call`, `notice`, `housekeeping`, `effect`. */
  readonly event: string
  readonly requestId?: string
  readonly orderNo?: string
  readonly [fact: string]: string | number | boolean | undefined
}
