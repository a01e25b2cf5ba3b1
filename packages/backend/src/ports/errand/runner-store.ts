import { type Page, type Runner, type RunnerAudit, type RunnerNo, unbookedPayouts } from '@pay/core'
import type { PageRequest } from '../order-store.ts'

/** Where runners live: one document each, with slots, earnings and payouts, changed by compare-and-set on `version` only. */
export interface RunnerStore {
  insert(runner: Runner): Promise<'inserted' | 'exists'>
  get(runnerNo: RunnerNo): Promise<Runner | undefined>
  /** If the stored one is at `runner.version - 1`. `false`: somebody was faster. Throws when the answer is lost. */
  replace(runner: Runner): Promise<boolean>
  find(query: RunnerQuery, page: PageRequest): Promise<Page<Runner>>
}

export type RunnerQuery =
  /** First come, first audited. */
  | { readonly name: 'inAudit'; readonly audit: RunnerAudit }
  /** With a payout that waits for the owner, longest waiting first. */
  | { readonly name: 'waitingForMoney' }
  /** With a payout that is paid and not in the books yet. */
  | { readonly name: 'unbooked' }

/** Since when the oldest of a runner's payouts waits; `undefined`: none does. */
export const waitingSinceMs = ({ payouts }: Runner): number | undefined => {
  const waiting = Object.values(payouts).flatMap(({ state, requestedAtMs }) =>
    state === 'requested' ? [requestedAtMs] : [],
  )
  return waiting.length === 0 ? undefined : Math.min(...waiting)
}

/** Since when a payout of theirs is paid and not in the books. */
export const unbookedSinceMs = (runner: Runner): number | undefined => {
  const paid = unbookedPayouts(runner).map(([, { endedAtMs = 0 }]) => endedAtMs)
  return paid.length === 0 ? undefined : Math.min(...paid)
}
