import { lesserFen, subtractFen, sumFen } from '../money/calculate.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { percentageOfFen } from '../money/percentage-of-fen.ts'
import type { Order } from '../order/order.ts'
import type { RefundReason } from '../refund/refund.ts'
import { type RefundTrouble, refundTrouble } from '../refund/refund-trouble.ts'
import { paidFen, refundableFen, refundedOrPendingFen } from '../refund/refundable.ts'
import type { DetailChange } from '../vertical.ts'
import type { ErrandDetail, TaskExtra } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'

type Task = Order<ErrandDetail>

/** All that the buyer paid for the task and that is not back or on its way back. */
export const leftFen = (order: Task): Fen =>
  subtractFen(
    sumFen([paidFen(order, order.paidBy), ...order.detail.extras.map(({ amountFen }) => amountFen)]),
    sumFen([refundedOrPendingFen(order, order.paidBy), ...order.detail.extras.map(({ refundedFen }) => refundedFen)]),
  )

/** What was paid for goods, by the first payment and further ones. */
export const goodsPaidFen = ({ price, extras }: ErrandDetail): Fen =>
  sumFen([price.goodsFen, ...amountsOf(extras, 'goods')])

export const tipsFen = ({ price, extras }: ErrandDetail): Fen => sumFen([price.tipFen, ...amountsOf(extras, 'tip')])

/** The platform's share of a fee; what the rounding leaves is the runner's. */
export const commissionFen = (feeFen: Fen, { commissionBp }: Pick<ErrandDetail, 'commissionBp'>): Fen =>
  percentageOfFen(feeFen, commissionBp, 'down')

/** What the runner gets for a task done: the fee without the commission, every tip, and what he laid out for goods. */
export const fullEarningFen = (detail: ErrandDetail): Fen =>
  sumFen([
    subtractFen(detail.price.feeFen, commissionFen(detail.price.feeFen, detail)),
    tipsFen(detail),
    detail.goods?.spentFen ?? zeroFen,
  ])

/** The same, as far as the owner has not given the money back already. */
export const earningOf = (order: Task): Fen => lesserFen(fullEarningFen(order.detail), leftFen(order))

/** Gives back so much of what is left: from the first payment as far as it goes, then from the further ones. */
export const giveBack = (
  order: Task,
  amountFen: Fen,
  key: string,
  reason: RefundReason,
): Required<Pick<DetailChange<ErrandDetail, ErrandEffect>, 'detail' | 'refunds' | 'effects'>> => {
  const first = lesserFen(amountFen, refundableFen(order, order.paidBy))
  let rest: number = amountFen - first
  const effects: { key: string; effect: ErrandEffect }[] = []
  const extras = order.detail.extras.map((extra): TaskExtra => {
    const part = fen(Math.min(rest, extra.amountFen - extra.refundedFen))
    if (part === 0) return extra
    rest -= part
    const { orderNo: extraNo } = extra
    effects.push({
      key: `extra:${extraNo}:${key}`,
      effect: { kind: 'errand.refundExtra', extraNo, key, amountFen: part },
    })
    return { ...extra, refundedFen: sumFen([extra.refundedFen, part]) }
  })
  if (rest > 0) throw new RangeError(`${order.orderNo}: ${rest} fen more to give back than there are`)
  return {
    detail: { ...order.detail, extras },
    refunds: first === 0 ? [] : [{ key, amountFen: first, reason }],
    effects,
  }
}

/** Why WeChat would not take that refund now. Asked before it is decided. */
export const giveBackTrouble = (order: Task, amountFen: Fen, nowMs: number): RefundTrouble | undefined => {
  const first = lesserFen(amountFen, refundableFen(order, order.paidBy))
  return first === 0 ? undefined : refundTrouble(order, first, nowMs)
}

const amountsOf = (extras: readonly TaskExtra[], purpose: TaskExtra['purpose']): readonly Fen[] =>
  extras.filter((extra) => extra.purpose === purpose).map(({ amountFen }) => amountFen)
