import type { Vertical } from '../vertical.ts'
import { decideErrand, isTaskOrder, type TaskOrder } from './decide-errand.ts'
import { confirm, lapse, settle } from './decide-customer.ts'
import type { ErrandDetail, ErrandTask } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import type { ErrandEvent } from './errand-event.ts'
import { clawBack, releaseSlot } from './errand-money.ts'
import { type ErrandView, viewErrand } from './errand-view.ts'
import { nextErrandState } from './transitions.ts'
import { zeroFen } from '../money/fen.ts'

/**
 * The errand: published, paid, open in the hall, taken by one runner, picked up, delivered, confirmed, settled. It is
 * revivable: nothing was held for an unpaid task, so one paid after it expired is as good as new.
 */
export const errand: Vertical<ErrandDetail, ErrandEvent, ErrandEffect, ErrandView> = {
  name: 'errand',
  rail: 'cloudPay',
  revivable: ({ detail }) => detail.part === 'task',
  paid: (order, nowMs) => {
    const { detail } = order
    if (detail.part === 'supplement') {
      const { task, amountFen } = detail
      return {
        detail: { ...detail, state: 'paid' },
        effects: [{ key: 'tellTask', effect: { kind: 'errand.tellTask', task, amountFen } }],
        completes: true,
      }
    }
    const state = nextErrandState(detail.state, 'paid')
    if (state === undefined) return { detail }
    const startsAtMs = Math.max(nowMs, detail.request.atMs ?? nowMs)
    return {
      detail: { ...detail, state, openUntilMs: startsAtMs + detail.terms.openForMs },
      history: [{ by: 'system', what: 'errand.open' }],
    }
  },
  released: ({ detail }) => ({ detail }),
  refundedInFull: (order) => {
    if (!isTaskOrder(order)) return { detail: { ...order.detail, state: 'revoked' } as ErrandDetail }
    return revoke(order)
  },
  decide: decideErrand,
  dueAtMs: ({ detail }) => (detail.part === 'task' ? dueOf(detail) : undefined),
  due: (order, nowMs) => {
    if (!isTaskOrder(order)) return undefined
    const { state } = order.detail
    if (state === 'open') return lapse(order, nowMs)
    if (state === 'confirmed') return settle(order)
    const confirmed = confirm(order, 'system', nowMs)
    return confirmed.ok ? confirmed.value : undefined
  },
  view: viewErrand,
}

/** Which moment comes next: nobody takes it, it counts as confirmed, the runner is paid. */
const dueOf = ({ state, terms, openUntilMs, deliveredAtMs, confirmedAtMs }: ErrandTask): number | undefined => {
  if (state === 'open') return openUntilMs
  if (state === 'delivered' && deliveredAtMs !== undefined) return deliveredAtMs + terms.autoConfirmMs
  if (state === 'confirmed' && confirmedAtMs !== undefined) return confirmedAtMs + terms.disputeMs
  return undefined
}

/** All the money goes back: the task is over wherever it was, and what the runner got for it is taken back. */
const revoke = (order: TaskOrder) => {
  const task = order.detail
  const state = nextErrandState(task.state, 'revoke')
  if (state === undefined) return { detail: task }
  const earned = task.earnedFen ?? zeroFen
  return {
    detail: { ...task, state, ...(earned > 0 ? { earnedFen: zeroFen } : {}) },
    effects: [...releaseSlot(order.orderNo, task), ...clawBack(task, earned, 'revoke')],
    history: [{ by: 'system' as const, what: 'errand.revoked' }],
  }
}
