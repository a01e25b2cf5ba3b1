import {
  type errandContract,
  type HallTask,
  hallListsAround,
  hallTask,
  ok,
  type Page,
  type ParsedOf,
  type RunnerTask,
  viewRunnerTask,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { runnerNoFor } from './numbers.ts'
import { isTask } from './own-task.ts'

/** Open tasks around a place, newest first: one request by index for a page of 20. */
export const listHall = async (
  deps: Deps,
  { at, cursor }: ParsedOf<typeof errandContract, 'hall'>,
  { caller }: Call,
) => {
  const query = { name: 'inLists', lists: hallListsAround(at) } as const
  const page = await deps.orders.find(query, { limit: tasksPerPage, ...defined({ cursor }) })
  const nowMs = deps.clock.nowMs()
  const viewer = { openid: caller.openid, at }
  const items = page.items
    .filter(isTask)
    // Past its time, and housekeeping has not come by yet.
    .filter(({ detail }) => nowMs < (detail.openUntilMs ?? 0))
    .map((order) => hallTask(order, viewer))
  const shown: Page<HallTask> = { ...page, items }
  return ok(shown)
}

/** What the caller runs or ran, newest first. */
export const listMyTasks = async (
  deps: Deps,
  { cursor }: ParsedOf<typeof errandContract, 'myTasks'>,
  { caller }: Call,
) => {
  const query = { name: 'ofWorker', worker: runnerNoFor(caller.openid) } as const
  const page = await deps.orders.find(query, { limit: tasksPerPage, ...defined({ cursor }) })
  const nowMs = deps.clock.nowMs()
  const shown: Page<RunnerTask> = { ...page, items: page.items.filter(isTask).map((one) => viewRunnerTask(one, nowMs)) }
  return ok(shown)
}

const tasksPerPage = 20
