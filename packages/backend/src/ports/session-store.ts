import type { OpenId } from '@pay/core'

/** Session keys of users, as code2Session gave them. They never leave the server and appear in no log. */
export interface SessionStore {
  /** Nothing once it is over. */
  get(user: OpenId, nowMs: number): Promise<Session | undefined>
  /** One per user: WeChat keeps only the newest valid. */
  put(user: OpenId, session: Session): Promise<void>
  drop(user: OpenId): Promise<void>
}

export interface Session {
  readonly sessionKey: string
  readonly expiresAtMs: number
}
