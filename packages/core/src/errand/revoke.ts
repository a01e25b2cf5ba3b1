import { zeroFen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import type { DetailChange } from '../vertical.ts'
import { stillEarnedFen } from './dispute.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import { slotReleased } from './slot.ts'
import { giveBack, leftFen } from './task-money.ts'
import { nextErrandTask } from './transitions.ts'

/**
 * The last fen of the first payment goes back. Where the task's own decision leaves enough for what the runner has, or says
 * itself what he keeps, nothing follows from it. Else the owner gave it back over the task's head: it is over, further
 * payments go back as well, and the runner has earned nothing.
 */
export const revoke = (order: Order<ErrandDetail>, nowMs: number): DetailChange<ErrandDetail, ErrandEffect> => {
  const { detail } = order
  const task = nextErrandTask(detail.task, 'revoke')
  const decided = detail.task === 'cancelled' || detail.task === 'split' || detail.task === 'settled'
  if (task === undefined || isTasksOwn(order) || (decided && leftFen(order) >= stillEarnedFen(detail)))
    return { detail }

  const back = giveBack(order, leftFen(order), 'revoke', 'merchantDecision')
  const { openUntilMs: _, overdueAtMs: __, autoConfirmAtMs: ___, settleAtMs: ____, ...rest } = back.detail
  return {
    detail: { ...rest, task, ...earningGone(detail, decided, nowMs) },
    refunds: back.refunds,
    effects: [...back.effects, ...slotReleased(order), ...earningUndone(detail, decided)],
    history: [{ by: 'system', what: 'errand.revoked' }],
  }
}

/** The refund that was decided last is the owner's word on this task, which says itself what the runner keeps. */
const isTasksOwn = ({ refunds }: Order<ErrandDetail>): boolean => {
  const last = refunds.at(-1)
  return last?.outRefundNo.startsWith(`${last.outTradeNo}-back-`) === true
}

const earningGone = (detail: ErrandDetail, decided: boolean, atMs: number): Partial<ErrandDetail> => {
  if (detail.earningFen === undefined) return {}
  if (!decided) return { earningFen: zeroFen }
  const all = { amountFen: stillEarnedFen(detail), refundFen: zeroFen, atMs }
  return { clawedBack: { ...detail.clawedBack, revoke: all } }
}

const earningUndone = (detail: ErrandDetail, decided: boolean): { key: string; effect: ErrandEffect }[] => {
  const { runner, earningFen } = detail
  if (runner === undefined || earningFen === undefined) return []
  const { runnerNo } = runner
  if (!decided) return [{ key: 'earn:settle', effect: { kind: 'errand.settleEarning', runnerNo, amountFen: zeroFen } }]
  const amountFen = stillEarnedFen(detail)
  return [{ key: 'claw:revoke', effect: { kind: 'errand.clawBack', runnerNo, part: 'revoke', amountFen } }]
}
