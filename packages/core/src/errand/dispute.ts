import { subtractFen, sumFen } from '../money/calculate.ts'
import { zeroFen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { answerWithinMs } from '../order/unanswered.ts'
import { err, ok } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import type { Decided } from './decide-errand.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import type { ErrandEvent } from './errand-event.ts'
import { slotReleased } from './slot.ts'
import { giveBack, giveBackTrouble, leftFen } from './task-money.ts'
import { nextErrandTask } from './transitions.ts'

type Task = Order<ErrandDetail>
type EventOf<K> = Extract<ErrandEvent, { kind: `errand.${K & string}` }>

/** Either side objects: nothing moves until the owner has decided. */
export const dispute = (order: Task, { by, why, pictures }: EventOf<'dispute'>, nowMs: number): Decided => {
  const { detail } = order
  if (detail.task === 'frozen') return ok({ detail })
  const task = nextErrandTask(detail.task, 'dispute')
  if (task === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const { overdueAtMs: _, autoConfirmAtMs: __, settleAtMs: ___, ...rest } = detail
  return ok({
    detail: { ...rest, task, dispute: { by, why, pictures, atMs: nowMs, from: detail.task } },
    effects: slotReleased(order),
    history: [{ by, what: 'errand.disputed' }],
  })
}

/** When the owner is to be reminded that somebody waits; once. */
export const disputeReminderAtMs = ({ dispute: open }: ErrandDetail): number | undefined =>
  open === undefined || open.remindedAtMs !== undefined ? undefined : open.atMs + answerWithinMs

/** Nobody decides in the owner's place: money stays where it is. */
export const remindOfDispute = ({ detail }: Task, nowMs: number): DetailChange<ErrandDetail, ErrandEffect> => {
  const { dispute: open } = detail
  if (open === undefined) return { detail }
  return {
    detail: { ...detail, dispute: { ...open, remindedAtMs: nowMs } },
    unanswered: [{ about: 'dispute', part: 'dispute', sinceMs: open.atMs }],
  }
}

/** The owner decides. What neither side gets stays with the platform. */
export const split = (order: Task, { refundFen, runnerFen, note }: EventOf<'split'>, nowMs: number): Decided => {
  const { detail } = order
  const { ruling } = detail.dispute ?? {}
  if (ruling !== undefined)
    return ruling.refundFen === refundFen && ruling.runnerFen === runnerFen
      ? ok({ detail })
      : err({ code: 'DECIDED_BEFORE' })
  const task = nextErrandTask(detail.task, 'split')
  if (task === undefined || detail.runner === undefined || detail.dispute === undefined)
    return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const left = leftFen(order)
  if (refundFen + runnerFen > left) return err({ code: 'SPLIT_TOO_MUCH', leftFen: left })
  const trouble = giveBackTrouble(order, refundFen, nowMs)
  if (trouble !== undefined) return err(trouble)

  const back = giveBack(order, refundFen, 'split', 'merchantDecision')
  const { runnerNo, openid } = detail.runner
  const message = 'errand.ruled'
  return ok({
    detail: {
      ...back.detail,
      task,
      earningFen: runnerFen,
      earnedAtMs: nowMs,
      dispute: { ...detail.dispute, ruling: { refundFen, runnerFen, note, atMs: nowMs } },
    },
    refunds: back.refunds,
    effects: [
      ...back.effects,
      { key: 'earn:settle', effect: { kind: 'errand.settleEarning', runnerNo, amountFen: runnerFen } },
      tell('errand.tell', { message, to: order.buyer, amountFen: refundFen, note }, 'buyer'),
      tell('errand.tell', { message, to: openid, amountFen: runnerFen, note }, 'runner'),
    ],
    history: [{ by: 'owner', what: 'errand.ruled', facts: { refundFen, runnerFen } }],
    completes: true,
  })
}

/** After the end the owner can still be generous, and take back from the runner what was paid for nothing. */
export const giveBackLater = (order: Task, event: EventOf<'giveBack'>, nowMs: number): Decided => {
  const { detail } = order
  const { key, refundFen, clawbackFen, note } = event
  const known = detail.clawedBack?.[key]
  if (known !== undefined)
    return known.amountFen === clawbackFen && known.refundFen === refundFen
      ? ok({ detail })
      : err({ code: 'DECIDED_BEFORE' })
  const ended = detail.task === 'settled' || detail.task === 'split' || detail.task === 'cancelled'
  if (!ended || detail.runner === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const left = leftFen(order)
  if (refundFen > left) return err({ code: 'SPLIT_TOO_MUCH', leftFen: left })
  const mostFen = stillEarnedFen(detail)
  if (clawbackFen > mostFen) return err({ code: 'CLAWBACK_TOO_MUCH', mostFen })
  const trouble = giveBackTrouble(order, refundFen, nowMs)
  if (trouble !== undefined) return err(trouble)

  const clawedBack = { ...detail.clawedBack, [key]: { amountFen: clawbackFen, refundFen, atMs: nowMs } }
  const back = giveBack({ ...order, detail: { ...detail, clawedBack } }, refundFen, `back-${key}`, 'merchantDecision')
  const { runnerNo } = detail.runner
  return ok({
    detail: back.detail,
    refunds: back.refunds,
    effects: [
      ...back.effects,
      ...(clawbackFen === 0
        ? []
        : ([
            {
              key: `claw:${key}`,
              effect: { kind: 'errand.clawBack', runnerNo, part: key, amountFen: clawbackFen },
            },
          ] as const)),
    ],
    history: [{ by: 'owner', what: 'errand.givenBack', facts: { refundFen, clawbackFen, note } }],
  })
}

/** What the runner has of this task: earned, and not taken back. */
export const stillEarnedFen = ({ earningFen = zeroFen, clawedBack = {} }: ErrandDetail) =>
  subtractFen(earningFen, sumFen(Object.values(clawedBack).map(({ amountFen }) => amountFen)))
