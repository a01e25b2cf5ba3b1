import type { Cells } from './coverage.ts'

/** Something that runs by itself and may stop at any of its calls: one invocation of a function, or an app on a phone. */
export interface Process {
  /** What it is, the same for all of its kind: `shop.placeOrder`, `housekeeping`, `phone`. */
  readonly name: string
  readonly kind: 'function' | 'phone' | 'world'
  /** Who does it, for the story. */
  readonly who: string
  /** What the platform says of the invocation. */
  readonly context: Context
  /** How far its clock is off. */
  readonly skewMs: number
  readonly calls: Map<string, Cells>
  /** The state of the order it saw last, as a number of `seenStates`. */
  state: number
  dead: boolean
  /** Told once, when it dies. */
  onDeath?: () => void
}

export interface Context {
  readonly SOURCE: string
  readonly OPENID?: string
  readonly CLIENTIP?: string
}
