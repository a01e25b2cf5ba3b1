import type { Message, MessageMoment, Order, Refusal, Result } from '@pay/core'
import type { Deps } from '../deps.ts'

/** What a vertical adds to the common use cases on the server. Registered in `verticals.ts`, like its rules in core. */
export interface ServerVertical {
  /** Holds what the order needs before it may be paid. Repeatable: what is held already stays held. */
  readonly hold: (deps: Deps, order: Order) => Promise<Result<undefined, Refusal>>
  /** When its users are asked which messages they want. */
  readonly moments?: Moments
}

/** Three messages at a moment: WeChat asks for no more at once. */
export type Moments = { readonly [moment in MessageMoment]?: readonly Message[] }
