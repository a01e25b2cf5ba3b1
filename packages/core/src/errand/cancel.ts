import { lesserFen, subtractFen } from '../money/calculate.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { percentageOfFen } from '../money/percentage-of-fen.ts'
import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { err, ok, type Result } from '../result.ts'
import type { Decided } from './decide-errand.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEventRefusal } from './errand-event.ts'
import { freeCancelForMs, lateAfterMs } from './periods.ts'
import { slotReleased } from './slot.ts'
import { commissionFen, giveBack, giveBackTrouble, leftFen } from './task-money.ts'
import { nextErrandTask } from './transitions.ts'

/** What cancelling costs now, and what comes back. */
export interface CancelTerms {
  readonly feeFen: Fen
  readonly refundFen: Fen
}

/**
 * Free while nobody has it, for a moment after somebody took it, and when he lets the buyer wait; else 30 % of the fee
 * or 2 yuan, whichever is more, for the way that the runner has made. With the goods in his hands it is too late.
 */
export const cancelTerms = (order: Order<ErrandDetail>, nowMs: number): Result<CancelTerms, ErrandEventRefusal> => {
  const { detail } = order
  if (nextErrandTask(detail.task, 'cancel') === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const left = leftFen(order)
  const feeFen = lesserFen(cancelFeeFen(detail, nowMs), left)
  return ok({ feeFen, refundFen: subtractFen(left, feeFen) })
}

/** The buyer cancels, knowing what it costs. */
export const cancel = (order: Order<ErrandDetail>, toldFen: Fen, nowMs: number): Decided => {
  const { detail } = order
  if (detail.task === 'cancelled') return ok({ detail })
  const terms = cancelTerms(order, nowMs)
  if (!terms.ok) return terms
  const { feeFen, refundFen } = terms.value
  if (feeFen > toldFen) return err({ code: 'CANCEL_FEE_CHANGED', feeFen })
  const trouble = giveBackTrouble(order, refundFen, nowMs)
  if (trouble !== undefined) return err(trouble)
  const task = nextErrandTask(detail.task, 'cancel')
  if (task === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })

  const back = giveBack(order, refundFen, 'cancel', 'buyerRequest')
  const { openUntilMs: _, overdueAtMs: __, ...rest } = back.detail
  const earningFen = subtractFen(feeFen, commissionFen(feeFen, detail))
  const earned = detail.runner !== undefined && earningFen > 0
  const paid = earned
    ? ([
        {
          key: 'earn:settle',
          effect: { kind: 'errand.settleEarning', runnerNo: detail.runner.runnerNo, amountFen: earningFen },
        },
      ] as const)
    : []
  return ok({
    detail: { ...rest, task, cancelFeeFen: feeFen, ...(earned ? { earningFen, earnedAtMs: nowMs } : {}) },
    refunds: back.refunds,
    effects: [...back.effects, ...slotReleased(order), ...paid, ...runnerTold(order, earningFen)],
    history: [{ by: 'buyer', what: 'errand.cancelled', facts: { feeFen, refundFen } }],
    // Cancelled for nothing it ends as refunded, once the money is back.
    completes: feeFen > 0,
  })
}

/** Whoever is on his way can turn round; and learns what he gets for it. */
const runnerTold = ({ detail: { runner } }: Order<ErrandDetail>, amountFen: Fen) =>
  runner === undefined ? [] : [tell('errand.tell', { message: 'errand.cancelled', to: runner.openid, amountFen })]

const leastFeeFen = fen(200)
const shareBp = 3_000

const cancelFeeFen = ({ task, runner, wantedAtMs = 0, price }: ErrandDetail, nowMs: number): Fen => {
  if (task !== 'taken' || runner === undefined) return zeroFen
  const { takenAtMs } = runner
  if (nowMs < takenAtMs + freeCancelForMs) return zeroFen
  if (nowMs >= Math.max(takenAtMs, wantedAtMs) + lateAfterMs) return zeroFen
  const share = percentageOfFen(price.feeFen, shareBp, 'down')
  return lesserFen(price.feeFen, fen(Math.max(share, leastFeeFen)))
}
