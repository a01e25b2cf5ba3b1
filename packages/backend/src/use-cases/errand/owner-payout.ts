import { err, type PayoutNo, type PayoutRefusal, type Result, type Runner, type RunnerNo } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Busy } from './change-runner.ts'
import { endPayout, type PayoutEnd } from './end-payout.ts'
import { errandPortsOf } from './errand-ports.ts'
import { payoutOrderOf, written } from './send-payout.ts'

/**
 * The owner paid a withdrawal, or does not want to: first nobody else may be about to pay it. Where a rail cannot be
 * stopped any more, what the rail did is what counts, and the owner's word comes too late.
 */
export const ownerEndsPayout = async (
  deps: Deps,
  runnerNo: RunnerNo,
  payoutNo: PayoutNo,
  how: PayoutEnd,
): Promise<Result<Runner, PayoutRefusal | Busy>> => {
  const { runners, payout } = errandPortsOf(deps)
  const runner = await runners.get(runnerNo)
  if (runner?.payouts[payoutNo]?.state !== 'requested') return await endPayout(deps, runner ?? runnerNo, payoutNo, how)
  const order = payoutOrderOf(runner, payoutNo)
  const cancelled = await payout.cancel(order)
  if (cancelled.kind === 'cancelled') return await endPayout(deps, runner, payoutNo, how)
  if (cancelled.kind === 'refused') {
    const now = await written(deps, runner, payoutNo, await payout.query(order))
    if (now !== runner) return await endPayout(deps, now, payoutNo, how)
  }
  return err({ code: 'BUSY', retryAfterMs: 5_000 })
}
