import { decide, type ExtraDetail } from '@pay/core'
import { changeOrder } from '../order/change-order.ts'
import type { EffectRunner } from '../order/effect-runner.ts'

/** A further payment joins its task; where the task has no use for it any more, it goes back. */
export const creditExtra: EffectRunner<'errandExtra.credit'> = async (deps, order) => {
  const { of, purpose, amountFen, extra } = order.detail as ExtraDetail
  if (extra !== 'paid') return { kind: 'done' }
  const event = { kind: 'errand.extraPaid', extraNo: order.orderNo, purpose, amountFen } as const
  const changed = await changeOrder(deps, of, (task, nowMs) => decide(task, event, nowMs))
  if (changed.ok) return { kind: 'done', events: [{ kind: 'errandExtra.credited' }] }
  if (changed.refusal.code === 'BUSY') return { kind: 'later', reason: 'the task is busy' }
  return { kind: 'done', events: [{ kind: 'errandExtra.refused' }] }
}

/**
 * The task gives money of a further payment back: decided there, written into that payment's own order, and submitted from
 * its outbox by housekeeping.
 */
export const refundExtra: EffectRunner<'errand.refundExtra'> = async (deps, _order, { extraNo, key, amountFen }) => {
  const asked = { kind: 'refund', by: 'system', key, amountFen, reason: 'merchantDecision' } as const
  const changed = await changeOrder(deps, extraNo, (extra, nowMs) => decide(extra, asked, nowMs))
  return changed.ok ? { kind: 'done' } : { kind: 'later', reason: changed.refusal.code }
}
