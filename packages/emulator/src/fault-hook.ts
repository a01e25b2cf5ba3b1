/** A moment at which something may go wrong on request. */
export interface FaultPoint {
  /** Who is called: `database`, `functions`, `pay`, `storage`, `openapi` … the part of an action before its dot, or a service's name. */
  readonly party: string
  /** The SDK action (`database.modifyDocument`), or `unifiedOrder`, `notice`, … */
  readonly action: string
  /** The function that calls, if one does. */
  readonly functionName?: string
  readonly requestId?: string
  readonly openid?: string
  readonly detail?: unknown
}

/** What goes wrong. `after` lets the call act first and spoils only the answer. */
export type Fault =
  | { readonly kind: 'error'; readonly after: boolean; readonly code: string; readonly message: string }
  | { readonly kind: 'timeout'; readonly after: boolean }
  /** The process of the calling function dies. */
  | { readonly kind: 'kill'; readonly after: boolean }
  | { readonly kind: 'delay'; readonly ms: number }

export type FaultDecider = (point: FaultPoint) => Fault | undefined

/** The seam between the parties and the fault rules: parties ask, one decider answers. */
export interface FaultHook {
  decide(point: FaultPoint): Fault | undefined
  /** Installs the rules; the last one wins. */
  use(decider: FaultDecider): void
}

export const createFaultHook = (): FaultHook => {
  let decider: FaultDecider = () => undefined
  return {
    decide: (point) => decider(point),
    use: (next) => {
      decider = next
    },
  }
}
