import { lesserFen, subtractFen } from '../money/calculate.ts'
import { zeroFen } from '../money/fen.ts'
import { refundTrouble } from '../refund/refund-trouble.ts'
import { refundableFen } from '../refund/refundable.ts'
import { err, ok } from '../result.ts'
import { notNow, type TaskDecision, type TaskOrder, unchanged } from './decide-errand.ts'
import type { ErrandEvent } from './errand-event.ts'
import { clawBack, credit, divisibleFen, giveBack, releaseSlot } from './errand-money.ts'
import { nextErrandState } from './transitions.ts'

type Of<K extends ErrandEvent['kind']> = Extract<ErrandEvent, { kind: K }>

/** Either side complains: everything stands still until the owner has decided. */
export const dispute = (order: TaskOrder, asked: Of<'errand.dispute'>, nowMs: number): TaskDecision => {
  const task = order.detail
  const { by, reason, pictures } = asked
  if (by === 'runner' && task.runner?.openid !== asked.runner) return err({ code: 'NOT_YOUR_TASK' })
  if (task.state === 'disputed') return unchanged(order)
  const state = nextErrandState(task.state, 'dispute')
  if (state === undefined) return notNow(order)
  return ok({
    detail: { ...task, state, dispute: { by, reason, pictures, atMs: nowMs } },
    history: [{ by, what: 'errand.disputed', facts: { reason } }],
  })
}

/** The owner divides what is there; what neither side gets is the platform's. */
export const split = (order: TaskOrder, { refundFen, runnerFen }: Of<'errand.split'>, nowMs: number): TaskDecision => {
  const task = order.detail
  const state = nextErrandState(task.state, 'split')
  if (state === undefined) return notNow(order)
  const mostFen = divisibleFen(order, task)
  if (refundFen + runnerFen > mostFen) return err({ code: 'SPLIT_TOO_MUCH', mostFen })
  const own = lesserFen(refundFen, refundableFen(order, order.paidBy))
  const trouble = own === 0 ? undefined : refundTrouble(order, own, nowMs)
  if (trouble !== undefined) return err(trouble)
  const back = giveBack(order, task, { key: 'split', amountFen: refundFen, reason: 'merchantDecision' }, nowMs)
  return ok({
    detail: { ...task, state, earnedFen: runnerFen },
    history: [{ by: 'owner', what: 'errand.split', facts: { refundFen, runnerFen } }],
    refunds: back.refunds,
    effects: [...back.effects, ...releaseSlot(order.orderNo, task), ...credit(task, runnerFen, 'split')],
    completes: true,
  })
}

/** What is settled turns out wrong: money back to the customer, so much of it from the runner. `key` makes it happen once. */
export const correct = (order: TaskOrder, asked: Of<'errand.correct'>, nowMs: number): TaskDecision => {
  const task = order.detail
  const { key, refundFen, fromRunnerFen } = asked
  if (order.refunds.some(({ outRefundNo }) => outRefundNo.endsWith(`-${key}`))) return unchanged(order)
  const state = nextErrandState(task.state, 'correct')
  if (state === undefined) return notNow(order)
  const mostFen = task.earnedFen ?? zeroFen
  if (fromRunnerFen > mostFen) return err({ code: 'SPLIT_TOO_MUCH', mostFen })
  const trouble = refundTrouble(order, refundFen, nowMs)
  if (trouble !== undefined) return err(trouble)
  return ok({
    detail: { ...task, state, earnedFen: subtractFen(mostFen, fromRunnerFen) },
    history: [{ by: 'owner', what: 'errand.corrected', facts: { refundFen, fromRunnerFen } }],
    refunds: [{ key, amountFen: refundFen, reason: 'merchantDecision' }],
    effects: clawBack(task, fromRunnerFen, key),
  })
}
