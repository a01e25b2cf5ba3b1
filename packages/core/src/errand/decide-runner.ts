import { err, ok } from '../result.ts'
import { notNow, type TaskDecision, type TaskOrder, unchanged } from './decide-errand.ts'
import type { ErrandTask } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import { releaseSlot } from './errand-money.ts'
import { nextErrandState } from './transitions.ts'

type Of<K extends ErrandEvent['kind']> = Extract<ErrandEvent, { kind: K }>

/** A code has four digits: after so many wrong ones the customer has to vouch. */
export const mostWrongCodes = 5

/** A task given up is offered for so long at least. */
const openAgainForMs = 15 * 60_000

/** One runner wins, by the compare-and-set of the order; never the customer, never one who dropped it before. */
export const take = (order: TaskOrder, { runner }: Of<'errand.take'>, nowMs: number): TaskDecision => {
  const task = order.detail
  if (runner.openid === order.buyer) return err({ code: 'OWN_TASK' })
  if (task.state === 'taken' && task.runner?.openid === runner.openid) return unchanged(order)
  const state = nextErrandState(task.state, 'take')
  if (state === undefined) return task.runner === undefined ? notNow(order) : err({ code: 'ALREADY_TAKEN' })
  if (nowMs >= (task.openUntilMs ?? Number.POSITIVE_INFINITY)) return notNow(order)
  if (task.droppedBy.includes(runner.openid)) return err({ code: 'DROPPED_BEFORE' })

  const { openUntilMs: _, ...rest } = task
  return ok({
    detail: { ...rest, state, runner, takes: task.takes + 1, takenAtMs: nowMs, wrongCodes: 0 },
    history: [{ by: 'runner', what: 'errand.taken', facts: { runner: runner.name } }],
  })
}

/** Before anything is picked up or bought only; afterwards the goods are with the runner, and it is a dispute. */
export const drop = (order: TaskOrder, { runner, reason }: Of<'errand.drop'>, nowMs: number): TaskDecision => {
  const task = order.detail
  if (task.state === 'open' && task.droppedBy.includes(runner)) return unchanged(order)
  if (task.runner?.openid !== runner) return err({ code: 'NOT_YOUR_TASK' })
  const state = nextErrandState(task.state, 'drop')
  if (state === undefined) return notNow(order)
  const { runner: _, takenAtMs: __, ...rest } = task
  return ok({
    detail: { ...rest, state, droppedBy: [...task.droppedBy, runner], openUntilMs: nowMs + openAgainForMs },
    effects: releaseSlot(order.orderNo, task),
    history: [{ by: 'runner', what: 'errand.dropped', facts: { reason } }],
  })
}

/** With the code where there is one; 帮买 picks up by showing the receipt instead. */
export const pickUp = (order: TaskOrder, { runner, code, proof }: Of<'errand.pickUp'>): TaskDecision => {
  const task = order.detail
  if (task.runner?.openid !== runner) return err({ code: 'NOT_YOUR_TASK' })
  if (task.state === 'pickedUp') return unchanged(order)
  if (nextErrandState(task.state, 'pickUp') === undefined) return notNow(order)
  if (task.request.kind === 'buy') return err({ code: 'RECEIPT_NEEDED' })
  if (task.codes.pickUp !== undefined && code !== task.codes.pickUp) return wrong(task)
  return ok({
    detail: pickedUp({ ...task, proof: [...(task.proof ?? []), ...proof] }),
    history: [{ by: 'runner', what: 'errand.pickedUp' }],
  })
}

export const deliver = (order: TaskOrder, { runner, code, proof }: Of<'errand.deliver'>, nowMs: number): TaskDecision => {
  const task = order.detail
  if (task.runner?.openid !== runner) return err({ code: 'NOT_YOUR_TASK' })
  if (task.state === 'delivered') return unchanged(order)
  if (nextErrandState(task.state, 'deliver') === undefined) return notNow(order)
  if (code !== task.codes.deliver) return wrong(task)
  return delivered(order, { ...task, proof: [...(task.proof ?? []), ...proof] }, 'runner', nowMs)
}

/** The customer says that it was handed over. Unlocks a step whose code was lost or tried too often. */
export const vouch = (order: TaskOrder, nowMs: number): TaskDecision => {
  const task = order.detail
  if (task.state === 'pickedUp') return delivered(order, task, 'buyer', nowMs)
  if (nextErrandState(task.state, 'pickUp') === undefined) return notNow(order)
  if (task.request.kind === 'buy') return err({ code: 'RECEIPT_NEEDED' })
  return ok({ detail: pickedUp(task), history: [{ by: 'buyer', what: 'errand.pickedUp' }] })
}

export const pickedUp = (task: ErrandTask): ErrandTask => ({ ...task, state: 'pickedUp', wrongCodes: 0 })

/** How many tries are left, when deciding a code only counted it as wrong. */
export const wrongCode = (before: ErrandTask, after: ErrandTask): { readonly triesLeft: number } | undefined =>
  after.state === before.state && after.wrongCodes > before.wrongCodes
    ? { triesLeft: mostWrongCodes - after.wrongCodes }
    : undefined

const delivered = (order: TaskOrder, task: ErrandTask, by: 'runner' | 'buyer', nowMs: number): TaskDecision =>
  ok({
    detail: { ...task, state: 'delivered', deliveredAtMs: nowMs, wrongCodes: 0 },
    effects: releaseSlot(order.orderNo, task),
    history: [{ by, what: 'errand.delivered' }],
  })

const wrong = (task: ErrandTask): TaskDecision =>
  task.wrongCodes >= mostWrongCodes
    ? err({ code: 'CODE_LOCKED' })
    : ok({
        detail: { ...task, wrongCodes: task.wrongCodes + 1 },
        history: [{ by: 'runner', what: 'errand.wrongCode' }],
      })
