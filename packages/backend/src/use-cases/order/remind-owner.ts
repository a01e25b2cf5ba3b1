import type { EffectRunner } from './effect-runner.ts'

/** Keeps for a person what has waited for the owner too long. The message to the owners is an effect of its own. */
export const remindOwner: EffectRunner<'remindOwner'> = async (deps, { orderNo }, { about, part, sinceMs }) => {
  const nowMs = deps.clock.nowMs()
  await deps.incidents.record({
    key: `unanswered-${orderNo}-${part}`,
    kind: 'unanswered',
    atMs: nowMs,
    facts: { orderNo, what: about, waitedHours: Math.floor((nowMs - sinceMs) / 3_600_000) },
  })
  return { kind: 'done' }
}
