import { clawBack, freezeEarning, ok, type Runner, type RunnerNo, releaseSlots, settleEarning } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { EffectOutcome, EffectRunner } from '../order/effect-runner.ts'
import { changeRunner } from './change-runner.ts'

export const releaseSlot: EffectRunner<'errand.releaseSlot'> = (deps, _order, { runnerNo, slot }) =>
  onRunner(deps, runnerNo, (runner) => releaseSlots(runner, [slot]))

export const freezeRunnersEarning: EffectRunner<'errand.freezeEarning'> = (deps, { orderNo }, effect) =>
  onRunner(deps, effect.runnerNo, (runner, nowMs) => freezeEarning(runner, orderNo, effect.amountFen, nowMs))

export const settleRunnersEarning: EffectRunner<'errand.settleEarning'> = (deps, { orderNo }, effect) =>
  onRunner(deps, effect.runnerNo, (runner, nowMs) => settleEarning(runner, orderNo, effect.amountFen, nowMs))

export const clawBackEarning: EffectRunner<'errand.clawBack'> = (deps, { orderNo }, effect) =>
  onRunner(deps, effect.runnerNo, (runner, nowMs) => clawBack(runner, orderNo, effect.part, effect.amountFen, nowMs))

/** Each of these rules changes nothing the second time, so a repeat does no harm. */
const onRunner = async (
  deps: Deps,
  runnerNo: RunnerNo,
  rule: (runner: Runner, nowMs: number) => Runner,
): Promise<EffectOutcome> => {
  const changed = await changeRunner(deps, runnerNo, (runner, nowMs) => ok(rule(runner, nowMs)))
  return changed.ok ? { kind: 'done' } : { kind: 'later', reason: changed.refusal.code }
}
