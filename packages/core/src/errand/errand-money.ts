import type { OrderNo } from '../identity/ids.ts'
import { lesserFen, subtractFen, sumFen } from '../money/calculate.ts'
import { type Fen, zeroFen } from '../money/fen.ts'
import { percentageOfFen } from '../money/percentage-of-fen.ts'
import type { Order } from '../order/order.ts'
import { refundIfPossible } from '../refund/refund-trouble.ts'
import { refundableFen } from '../refund/refundable.ts'
import type { RefundReason } from '../refund/refund.ts'
import type { RefundDecision } from '../vertical.ts'
import type { ErrandTask } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'

/** What cancelling costs the customer now: it is the runner's. `undefined`: it cannot be cancelled any more. */
export const cancelCostFen = (task: ErrandTask, nowMs: number): Fen | undefined => {
  if (task.state === 'open') return zeroFen
  if (task.state !== 'taken') return undefined
  const { terms, takenAtMs = nowMs } = task
  const tooLate = Math.max(takenAtMs, task.request.atMs ?? takenAtMs) + terms.pickUpWithinMs
  if (nowMs < takenAtMs + terms.freeCancelMs || nowMs >= tooLate) return zeroFen
  return percentageOfFen(task.price.feeFen, terms.cancelBasisPoints, 'down')
}

/** What the runner gets when all goes well: the fee less the commission, the whole tip, and the goods by the receipt. */
export const earningsFen = (task: ErrandTask): Fen =>
  sumFen([subtractFen(task.price.feeFen, commissionFen(task)), task.price.tipFen, task.goods?.spentFen ?? zeroFen])

export const commissionFen = ({ price, terms }: ErrandTask): Fen =>
  percentageOfFen(price.feeFen, terms.commissionBasisPoints, 'down')

/** What was paid for goods: the budget and every supplement. */
export const paidForGoodsFen = ({ price, goods }: ErrandTask): Fen =>
  sumFen([price.budgetFen, ...(goods?.supplements ?? []).map(({ amountFen }) => amountFen)])

/** What was paid for goods and not spent; all of it while nothing is bought. */
export const unspentFen = (task: ErrandTask): Fen => {
  const paidFor = paidForGoodsFen(task)
  return subtractFen(paidFor, lesserFen(task.goods?.spentFen ?? zeroFen, paidFor))
}

/** All there is to give back or to divide, in the task's own order and its supplements. */
export const divisibleFen = (order: Order, task: ErrandTask): Fen =>
  sumFen([refundableFen(order, order.paidBy), ...(task.goods?.supplements ?? []).map(({ amountFen }) => amountFen)])

/** Gives so much back: from the task's own payment as far as it goes, then from the supplements, the last one first. */
export const giveBack = (
  order: Order,
  task: ErrandTask,
  refund: { readonly key: string; readonly amountFen: Fen; readonly reason: RefundReason },
  nowMs: number,
): { readonly refunds: readonly RefundDecision[]; readonly effects: readonly Keyed[] } => {
  const own = lesserFen(refund.amountFen, refundableFen(order, order.paidBy))
  const refunds = refundIfPossible(order, { ...refund, amountFen: own }, nowMs)
  let rest = subtractFen(refund.amountFen, own)
  const effects: Keyed[] = []
  for (const { orderNo, amountFen } of [...(task.goods?.supplements ?? [])].reverse()) {
    const part = lesserFen(rest, amountFen)
    rest = subtractFen(rest, part)
    if (part > 0) effects.push(refundSupplement(orderNo, part, refund.key))
  }
  return { refunds, effects }
}

export interface Keyed {
  readonly key: string
  readonly effect: ErrandEffect
}

const refundSupplement = (orderNo: OrderNo, amountFen: Fen, key: string): Keyed => ({
  key: `supplement:${orderNo}:${key}`,
  effect: { kind: 'errand.refundSupplement', orderNo, amountFen },
})

/** Money for the runner, where there is any. */
export const credit = (task: ErrandTask, amountFen: Fen, part: string): readonly Keyed[] =>
  task.runner === undefined || amountFen === 0
    ? []
    : [{ key: `credit:${part}`, effect: { kind: 'errand.creditRunner', runner: task.runner.openid, amountFen, part } }]

/** Money back from the runner, where there is any. */
export const clawBack = (task: ErrandTask, amountFen: Fen, part: string): readonly Keyed[] =>
  task.runner === undefined || amountFen === 0
    ? []
    : [{ key: `clawBack:${part}`, effect: { kind: 'errand.clawBack', runner: task.runner.openid, amountFen, part } }]

/** The runner's slot is free again. */
export const releaseSlot = (orderNo: OrderNo, { runner, takes }: ErrandTask): readonly Keyed[] =>
  runner === undefined
    ? []
    : [
        {
          key: `slot:${takes}`,
          effect: { kind: 'errand.releaseSlot', runner: runner.openid, claim: slotClaim(orderNo, takes) },
        },
      ]

/** A slot's claim names the take as well: a task dropped and taken again is another claim. */
export const slotClaim = (orderNo: OrderNo, take: number): string => `${orderNo}-${take}`
