import { markBooked, ok, payoutEntry, type Runner, unbookedPayouts } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { unbookedSinceMs } from '../../ports/errand/runner-store.ts'
import { eachOf } from '../housekeeping/each-of.ts'
import type { Job } from '../housekeeping/job.ts'
import { changeRunner } from './change-runner.ts'
import { errandPortsOf } from './errand-ports.ts'

/** Payouts that are paid go into the books; then the runner's document says so. Safe to repeat: the entries have their ids. */
export const bookPayouts = async (deps: Deps, runner: Runner): Promise<void> => {
  const paid = unbookedPayouts(runner)
  if (paid.length === 0) return
  const entries = paid.map(([payoutNo, { amountFen, endedAtMs = 0, paidBy }]) =>
    payoutEntry({ payoutNo, runner: runner.openid, amountFen, paidAtMs: endedAtMs, by: paidBy ?? 'bank' }),
  )
  await deps.ledger.post(entries)
  const numbers = paid.map(([payoutNo]) => payoutNo)
  await changeRunner(deps, runner.runnerNo, (now) => ok(markBooked(now, numbers)))
}

/** Those whose booking was interrupted. */
export const bookAllPayouts: Job = async (deps, untilMs) => {
  if (deps.errand === undefined) return 0
  const { runners } = errandPortsOf(deps)
  return await eachOf(deps, {
    job: 'payouts',
    untilMs,
    find: (page) => runners.find({ name: 'unbooked' }, page),
    place: (runner) => ({ atMs: unbookedSinceMs(runner) ?? 0, id: runner.runnerNo }),
    look: (runner) => bookPayouts(deps, runner),
  })
}
