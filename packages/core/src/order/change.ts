import { decideRefund } from '../refund/decide-refund.ts'
import type { DetailChange, HistoryLine } from '../vertical.ts'
import type { Detail, VerticalEffect } from '../verticals.ts'
import type { Order } from './order.ts'
import { addEffects, type Effect } from './outbox.ts'
import { tell } from './tell.ts'
import { nextOrderState } from './transitions.ts'
import type { Unanswered } from './unanswered.ts'

/** The order with some fields changed, lines added to its history and effects to its outbox. */
export const change = (
  order: Order,
  nowMs: number,
  fields: Partial<Pick<Order, 'state' | 'closeReason' | 'detail' | 'attempts' | 'refunds' | 'paidBy'>>,
  history: readonly HistoryLine[] = [],
  effects: readonly { readonly key: string; readonly effect: Effect }[] = [],
): Order => ({
  ...order,
  ...fields,
  history: [...order.history, ...history.map((line) => ({ atMs: nowMs, ...line }))],
  outbox: addEffects(order.outbox, effects, nowMs),
})

/** What the vertical decided, written into the order. */
export const applyDetailChange = (
  order: Order,
  decided: DetailChange<Detail, VerticalEffect> | undefined,
  nowMs: number,
): Order => {
  if (decided === undefined) return order
  const reminders = (decided.unanswered ?? []).flatMap(remindersOf)
  const effects = [...(decided.effects ?? []), ...reminders]
  let next = change(order, nowMs, { detail: decided.detail }, decided.history, effects)
  for (const refund of decided.refunds ?? []) {
    const refunded = decideRefund(next, { by: 'system', ...refund }, nowMs)
    // The vertical computes its refunds from the order itself: one that does not fit is a bug, not somebody's mistake.
    if (!refunded.ok) throw new Error(`${order.orderNo}: refund ${refund.key} was refused: ${refunded.refusal.code}`)
    next = refunded.value
  }
  if (decided.completes !== true) return next
  const completed = nextOrderState(next.state, 'complete')
  return completed === undefined ? next : { ...next, state: completed }
}

const remindersOf = (one: Unanswered): readonly { readonly key: string; readonly effect: Effect }[] => [
  { key: `remind:${one.part}`, effect: { kind: 'remindOwner', ...one } },
  tell('tell', { message: 'owner.unanswered', to: 'owners' }, one.part),
]
