import { randomBytes } from 'node:crypto'
import type { TokenHolder } from '../http/admin.ts'

// A function may go on after its answer for a while; its token must still tell who it was.
const kept = 20_000

/** Tokens of invocations: how the cloud knows on whose behalf a request of the SDK comes. */
export interface Tokens {
  issue(holder: TokenHolder): string
  holderOf(token: string): TokenHolder | undefined
}

export const createTokens = (): Tokens => {
  const holders = new Map<string, TokenHolder>()
  return {
    issue: (holder) => {
      const token = randomBytes(24).toString('base64url')
      holders.set(token, holder)
      const oldest = holders.size > kept ? holders.keys().next().value : undefined
      if (oldest !== undefined) holders.delete(oldest)
      return token
    },
    holderOf: (token) => holders.get(token),
  }
}
