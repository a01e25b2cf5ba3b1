import {
  applyAgain,
  type EarningsView,
  err,
  type errandContract,
  newRunner,
  ok,
  type ParsedOf,
  type PayoutRefusal,
  type Result,
  type RunnerRefusal,
  type RunnerView,
  requestPayout,
  viewEarnings,
  viewRunner,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { PortError } from '../../ports/port-error.ts'
import type { Call } from '../../serve/call.ts'
import { type Busy, changeRunner } from './change-runner.ts'
import { errandPortsOf } from './errand-ports.ts'
import { payoutNoFor, runnerNoFor } from './numbers.ts'
import { sendPayout } from './send-payout.ts'

type Input<A extends keyof (typeof errandContract)['actions']> = ParsedOf<typeof errandContract, A>

/** A person wants to run. The owner decides. */
export const applyAsRunner = async (
  deps: Deps,
  application: Input<'apply'>,
  { caller }: Call,
): Promise<Result<RunnerView, RunnerRefusal | Busy>> => {
  const runner = newRunner(runnerNoFor(caller.openid), caller.openid, application, deps.clock.nowMs())
  if ((await inserted(deps, runner)) === 'inserted') return ok(viewRunner(runner))
  const changed = await changeRunner(deps, runner.runnerNo, (now, nowMs) => applyAgain(now, application, nowMs))
  return changed.ok ? ok(viewRunner(changed.value)) : changed
}

/** An insert whose answer was lost may have been written: the second try finds it there. */
const inserted = async (deps: Deps, runner: ReturnType<typeof newRunner>): Promise<'inserted' | 'exists'> => {
  const { runners } = errandPortsOf(deps)
  try {
    return await runners.insert(runner)
  } catch (error) {
    if (!(error instanceof PortError)) throw error
    return await runners.insert(runner)
  }
}

export const getRunner = async (deps: Deps, _input: Input<'me'>, { caller }: Call) => {
  const { runners, reputations } = errandPortsOf(deps)
  const runnerNo = runnerNoFor(caller.openid)
  const [runner, reputation] = await Promise.all([runners.get(runnerNo), reputations.get(runnerNo)])
  return runner === undefined ? err({ code: 'NOT_FOUND' }) : ok(viewRunner(runner, reputation))
}

export const getEarnings = async (deps: Deps, _input: Input<'earnings'>, { caller }: Call) => {
  const runner = await errandPortsOf(deps).runners.get(runnerNoFor(caller.openid))
  return runner === undefined ? err({ code: 'NOT_FOUND' }) : ok(viewEarnings(runner))
}

/** The money leaves the balance now, and is on its way; or waits for the owner where the owner pays. */
export const withdraw = async (
  deps: Deps,
  { requestId, amountFen }: Input<'withdraw'>,
  { caller }: Call,
): Promise<Result<EarningsView, PayoutRefusal | Busy>> => {
  const runnerNo = runnerNoFor(caller.openid)
  const payoutNo = payoutNoFor(runnerNo, requestId)
  const changed = await changeRunner(deps, runnerNo, (now, nowMs) => requestPayout(now, payoutNo, amountFen, nowMs))
  return changed.ok ? ok(viewEarnings(await sendPayout(deps, changed.value, payoutNo))) : changed
}
