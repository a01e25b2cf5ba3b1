import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { err, ok } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import type { Decided } from './decide-errand.ts'
import { disputeReminderAtMs, remindOfDispute } from './dispute.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import { disputableForMs, openForMs } from './periods.ts'
import { slotReleased } from './slot.ts'
import { earningOf, giveBack, leftFen } from './task-money.ts'
import { nextErrandTask } from './transitions.ts'

type Task = Order<ErrandDetail>
type Change = DetailChange<ErrandDetail, ErrandEffect>

/** The buyer says that it is done; after that, silence does. */
export const confirm = (order: Task, nowMs: number): Decided => {
  const { detail } = order
  if (detail.task === 'confirmed' || detail.task === 'autoConfirmed' || detail.task === 'settled') return ok({ detail })
  const confirmed = confirmedBy(order, 'confirm', nowMs)
  return confirmed === undefined ? err({ code: 'TASK_NOT_NOW', task: detail.task }) : ok(confirmed)
}

/** What the clock does to a task whose moment has come. */
export const taskDue = (order: Task, nowMs: number): Change | undefined => {
  switch (order.detail.task) {
    case 'open':
      return notTaken(order)
    case 'taken':
    case 'pickedUp':
      return overdue(order, nowMs)
    case 'delivered':
      return confirmedBy(order, 'autoConfirm', nowMs)
    case 'confirmed':
    case 'autoConfirmed':
      return settle(order, nowMs)
    case 'frozen':
      return remindOfDispute(order, nowMs)
    default:
      return undefined
  }
}

export const taskDueAtMs = ({ detail }: Task): number | undefined => {
  switch (detail.task) {
    case 'open':
      return detail.openUntilMs
    case 'taken':
    case 'pickedUp':
      return detail.overdueAtMs
    case 'delivered':
      return detail.autoConfirmAtMs
    case 'confirmed':
    case 'autoConfirmed':
      return detail.settleAtMs
    case 'frozen':
      return disputeReminderAtMs(detail)
    default:
      return undefined
  }
}

const confirmedBy = (order: Task, move: 'confirm' | 'autoConfirm', nowMs: number): Change | undefined => {
  const task = nextErrandTask(order.detail.task, move)
  const { runner } = order.detail
  if (task === undefined || runner === undefined) return undefined
  const { autoConfirmAtMs: _, ...rest } = order.detail
  const earningFen = earningOf(order)
  return {
    detail: { ...rest, task, earningFen, settleAtMs: nowMs + disputableForMs },
    effects: [
      {
        key: 'earn:freeze',
        effect: { kind: 'errand.freezeEarning', runnerNo: runner.runnerNo, amountFen: earningFen },
      },
    ],
    history: [{ by: move === 'confirm' ? 'buyer' : 'system', what: `errand.${task}` }],
    completes: true,
  }
}

/** Nobody objected: the runner's part is free. It is counted anew, the owner may have given money back meanwhile. */
const settle = (order: Task, nowMs: number): Change | undefined => {
  const task = nextErrandTask(order.detail.task, 'settle')
  const { runner } = order.detail
  if (task === undefined || runner === undefined) return undefined
  const { settleAtMs: _, ...rest } = order.detail
  const earningFen = earningOf(order)
  return {
    detail: { ...rest, task, earningFen, earnedAtMs: nowMs },
    effects: [
      {
        key: 'earn:settle',
        effect: { kind: 'errand.settleEarning', runnerNo: runner.runnerNo, amountFen: earningFen },
      },
    ],
    history: [{ by: 'system', what: 'errand.settled' }],
  }
}

/** Nobody wanted it: everything goes back, tips added meanwhile included. */
const notTaken = (order: Task): Change | undefined => {
  const task = nextErrandTask(order.detail.task, 'expire')
  if (task === undefined) return undefined
  const back = giveBack(order, leftFen(order), 'notTaken', 'notTaken')
  const { openUntilMs: _, ...rest } = back.detail
  const minutes = Math.round(openForMs / 60_000)
  return {
    ...back,
    detail: { ...rest, task },
    effects: [...back.effects, tell('errand.tell', { message: 'errand.notTaken', to: order.buyer })],
    history: [{ by: 'system', what: 'errand.notTaken', facts: { minutes } }],
  }
}

/** Two days in somebody's hands: the owner has to find out. */
const overdue = (order: Task, nowMs: number): Change | undefined => {
  const task = nextErrandTask(order.detail.task, 'dispute')
  if (task === undefined) return undefined
  const { overdueAtMs: _, ...rest } = order.detail
  const dispute = { by: 'system', why: '', pictures: [], atMs: nowMs, from: order.detail.task } as const
  return {
    detail: { ...rest, task, dispute },
    effects: slotReleased(order),
    history: [{ by: 'system', what: 'errand.overdue' }],
  }
}
