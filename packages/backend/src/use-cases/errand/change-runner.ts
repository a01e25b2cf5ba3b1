import { err, ok, type Refusal, type Result, type Runner, type RunnerNo } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { PortError } from '../../ports/port-error.ts'
import { errandPortsOf } from './errand-ports.ts'

/** Load, decide, replace; and again from the start when somebody was faster or an answer was lost. */
export const changeRunner = async <R extends Refusal>(
  deps: Pick<Deps, 'errand' | 'clock'>,
  /** A number, or the runner as just read. */
  start: RunnerNo | Runner,
  rule: (runner: Runner, nowMs: number) => Result<Runner, R>,
): Promise<Result<Runner, R | Busy>> => {
  const { runners } = errandPortsOf(deps)
  const runnerNo = typeof start === 'string' ? start : start.runnerNo
  let runner = typeof start === 'string' ? await runners.get(start) : start
  for (let attempt = 1; ; attempt++) {
    if (runner === undefined) return err({ code: 'NOT_FOUND' })
    const decided = rule(runner, deps.clock.nowMs())
    if (!decided.ok || decided.value === runner) return decided
    // A rule may be made of several: together they are one change.
    const next = { ...decided.value, version: runner.version + 1 }
    if (await replaced(runners, next)) return ok(next)
    if (attempt === maxAttempts) return err({ code: 'BUSY', retryAfterMs: 1_000 })
    runner = await runners.get(runnerNo)
  }
}

/** There is no such runner, or too many change him at once. */
export type Busy = { readonly code: 'NOT_FOUND' } | { readonly code: 'BUSY'; readonly retryAfterMs: number }

/** One person's taps, the owner, and the effects of a few orders: more at once is nobody's doing. */
const maxAttempts = 10

/** A lost answer counts as "not written": if it was, deciding again on what is there changes nothing. */
const replaced = async (runners: ReturnType<typeof errandPortsOf>['runners'], next: Runner): Promise<boolean> => {
  try {
    return await runners.replace(next)
  } catch (error) {
    if (error instanceof PortError) return false
    throw error
  }
}
