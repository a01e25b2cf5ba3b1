import { err, ok, type Result } from '../../result.ts'
import { next, type RunnerRefusal } from './apply.ts'
import type { Runner } from './runner.ts'

/** One of the runner's hands for this task. The same slot once more is the same slot. */
export const takeSlot = (runner: Runner, slot: string, nowMs: number): Result<Runner, SlotRefusal> => {
  if (runner.audit !== 'approved') return err({ code: 'RUNNER_NOT_NOW', audit: runner.audit })
  if (runner.slots[slot] !== undefined) return ok(runner)
  if (Object.keys(runner.slots).length >= runner.limit) return err({ code: 'HANDS_FULL', limit: runner.limit })
  return ok(next(runner, { slots: { ...runner.slots, [slot]: nowMs } }))
}

/** What is not held is free already. */
export const releaseSlots = (runner: Runner, released: readonly string[]): Runner => {
  const slots = Object.fromEntries(Object.entries(runner.slots).filter(([slot]) => !released.includes(slot)))
  return Object.keys(slots).length === Object.keys(runner.slots).length ? runner : next(runner, { slots })
}

export type SlotRefusal = RunnerRefusal | { readonly code: 'HANDS_FULL'; readonly limit: number }
