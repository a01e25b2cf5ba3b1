import { sumFen } from '../money/calculate.ts'
import { fen, zeroFen } from '../money/fen.ts'
import type { Actor } from '../order/history.ts'
import { ok } from '../result.ts'
import { refundTrouble } from '../refund/refund-trouble.ts'
import { err } from '../result.ts'
import { notNow, type TaskChange, type TaskDecision, type TaskOrder, unchanged } from './decide-errand.ts'
import { cancelCostFen, credit, divisibleFen, earningsFen, giveBack, releaseSlot, unspentFen } from './errand-money.ts'
import { nextErrandState } from './transitions.ts'

/** The customer is content: what was paid for goods and not spent goes back at once, the runner's money is held a while. */
export const confirm = (order: TaskOrder, by: Actor, nowMs: number): TaskDecision => {
  const task = order.detail
  if (task.state === 'confirmed' || task.state === 'settled') return unchanged(order)
  const state = nextErrandState(task.state, 'confirm')
  if (state === undefined) return notNow(order)
  const unspent = { key: 'unspent', amountFen: unspentFen(task), reason: 'merchantDecision' } as const
  return ok({
    detail: { ...task, state, confirmedAtMs: nowMs },
    history: [{ by, what: 'errand.confirmed' }],
    ...giveBack(order, task, unspent, nowMs),
  })
}

/** Nobody complained in time: the runner is paid. */
export const settle = (order: TaskOrder): TaskChange => {
  const task = order.detail
  const state = nextErrandState(task.state, 'settle')
  if (state === undefined) return { detail: task }
  // A refund that the owner decided by hand meanwhile is the platform's to bear as far as it goes, then the runner's.
  const earnedFen = fen(Math.min(earningsFen(task), divisibleFen(order, task)))
  return {
    detail: { ...task, state, earnedFen },
    effects: credit(task, earnedFen, 'settle'),
    history: [{ by: 'system', what: 'errand.settled', facts: { earnedFen } }],
    completes: true,
  }
}

/** Free in the hall and right after it was taken, or when the runner lets wait; the fee in between is the runner's. */
export const cancel = (order: TaskOrder, nowMs: number): TaskDecision => {
  const task = order.detail
  if (task.state === 'cancelled') return unchanged(order)
  const cost = cancelCostFen(task, nowMs)
  const state = nextErrandState(task.state, 'cancel')
  if (cost === undefined || state === undefined) return notNow(order)
  const all = divisibleFen(order, task)
  const earnedFen = fen(Math.min(cost, all))
  const amountFen = fen(all - earnedFen)
  const trouble = amountFen === 0 ? undefined : refundTrouble(order, fen(amountFen - supplementsFen(order)), nowMs)
  if (trouble !== undefined) return err(trouble)
  const back = giveBack(order, task, { key: 'cancel', amountFen, reason: 'buyerRequest' }, nowMs)
  return ok({
    detail: { ...task, state, ...(earnedFen > 0 ? { earnedFen } : {}) },
    history: [{ by: 'buyer', what: 'errand.cancelled', facts: { costFen: earnedFen } }],
    refunds: back.refunds,
    effects: [...back.effects, ...releaseSlot(order.orderNo, task), ...credit(task, earnedFen, 'cancel')],
    completes: earnedFen > 0,
  })
}

/** Nobody took it in time: all the money goes back. */
export const lapse = (order: TaskOrder, nowMs: number): TaskChange => {
  const task = order.detail
  const state = nextErrandState(task.state, 'lapse')
  if (state === undefined) return { detail: task }
  const all = { key: 'notTaken', amountFen: divisibleFen(order, task), reason: 'notTaken' } as const
  return {
    detail: { ...task, state },
    history: [{ by: 'system', what: 'errand.notTaken' }],
    ...giveBack(order, task, all, nowMs),
  }
}

const supplementsFen = ({ detail }: TaskOrder) =>
  sumFen([zeroFen, ...(detail.goods?.supplements ?? []).map(({ amountFen }) => amountFen)])
