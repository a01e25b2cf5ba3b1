import type { OpenId } from '@pay/core'

/** Who calls, as the platform says it: never as the caller says it. */
export interface Caller {
  readonly openid: OpenId
  readonly clientIp: string
}

/** One call of one function. */
export interface Call {
  readonly caller: Caller
  readonly requestId: string
  /** Work after this moment risks the function's time limit: what can wait, waits. */
  readonly untilMs: number
}
