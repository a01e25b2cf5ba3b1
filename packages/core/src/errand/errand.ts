import type { Vertical } from '../vertical.ts'
import { decideErrand } from './decide-errand.ts'
import { earningEntries } from './earning-entries.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEffect } from './errand-effect.ts'
import type { ErrandEvent } from './errand-event.ts'
import { type ErrandView, viewErrand } from './errand-view.ts'
import { taskDue, taskDueAtMs } from './finish.ts'
import { disputesList, hallListOf } from './hall.ts'
import { revoke } from './revoke.ts'
import { openUntil } from './take.ts'
import { nextErrandTask } from './transitions.ts'

/**
 * The errand: paid, offered to runners, taken by one, picked up, delivered, confirmed, settled. Nothing is held for an
 * unpaid task. Not revivable all the same: who wanted help half an hour ago has found it elsewhere, so money that comes
 * after the close goes back.
 */
export const errand: Vertical<ErrandDetail, ErrandEvent, ErrandEffect, ErrandView> = {
  name: 'errand',
  rail: 'cloudPay',
  paid: ({ detail }, nowMs) => {
    const task = nextErrandTask(detail.task, 'paid')
    if (task === undefined) return { detail }
    return { detail: { ...detail, task, openUntilMs: openUntil(detail, nowMs) } }
  },
  released: ({ detail }) => ({ detail }),
  refundedInFull: revoke,
  decide: decideErrand,
  dueAtMs: taskDueAtMs,
  due: taskDue,
  view: viewErrand,
  entries: earningEntries,
  keys: ({ detail }) => {
    const { task, runner } = detail
    const list = task === 'open' ? hallListOf(detail) : task === 'frozen' ? disputesList : undefined
    return {
      ...(list === undefined ? {} : { list }),
      ...(runner === undefined ? {} : { worker: runner.runnerNo }),
    }
  },
}
