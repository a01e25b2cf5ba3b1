import type { OpenId } from '@pay/core'

/** Who may do what only an owner may. */
export interface Owners {
  has(openid: OpenId): boolean
}
