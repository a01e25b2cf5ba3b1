import type { Fault } from '../fault-hook.ts'

/** Goes wrong on request: where, how often, and what. */
export interface FaultRule {
  readonly id: string
  readonly when: FaultWhen
  readonly fault: AnyFault
  /** Lets this many matching calls pass first; to hit the third write of a function, for instance. */
  readonly skip: number
  /** How often it strikes; 0 is for ever. */
  readonly times: number
  /** Between 0 and 1, drawn from the seed. */
  readonly chance: number
  /** How often a call matched, and how often the fault struck. */
  matched: number
  struck: number
}

/** All that is given must hold. */
export interface FaultWhen {
  /** `database`, `functions`, `storage`, `wx`, `pay` (WeChat Pay's own answers), `notices`. */
  readonly party?: string
  /** `queryOrder`, `database.modifyDocument`, `payment` or `refund` for notices; a `*` at the end takes the rest. */
  readonly action?: string
  readonly functionName?: string
  readonly openid?: string
  /** The SOURCE of the calling invocation, for party `pay`. */
  readonly source?: string
  /** Appears somewhere in the request: an order number, a collection. */
  readonly mentions?: string
}

export type AnyFault = Fault | SpecialFault

/** What only one party can suffer; it asks the faults service itself. */
export type SpecialFault =
  /** Notices: never sent; sent late; sent more than once; held back until another notice went out. */
  | { readonly kind: 'lose' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'duplicate'; readonly times: number }
  | { readonly kind: 'reorder' }
  | { readonly kind: 'wrong-amount'; readonly byFen: number }
  /** closeOrder says that it closed, and WeChat takes the money all the same. */
  | { readonly kind: 'still-payable' }
  /** queryOrder answers as things stood so long ago. */
  | { readonly kind: 'stale'; readonly ms: number }
  /** queryRefund without its lists, as in production. */
  | { readonly kind: 'empty-lists' }

const specialKinds = ['lose', 'late', 'duplicate', 'reorder', 'wrong-amount', 'still-payable', 'stale', 'empty-lists']

export const isSpecial = (fault: AnyFault): fault is SpecialFault => specialKinds.includes(fault.kind)
