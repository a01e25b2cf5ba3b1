/** The access token that all instances of all functions share. It appears in no log. */
export interface AccessTokenStore {
  get(): Promise<StoredToken | undefined>
  put(token: StoredToken): Promise<void>
  /** Whether this caller may fetch a new one now. Nobody else may for `forMs`, or until `put`. */
  lease(nowMs: number, forMs: number): Promise<boolean>
}

export interface StoredToken {
  readonly token: string
  readonly expiresAtMs: number
}
