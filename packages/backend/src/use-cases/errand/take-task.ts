import {
  decide,
  type Err,
  type ErrandEventRefusal,
  err,
  holdsSlot,
  type OrderNo,
  ok,
  type Result,
  type Runner,
  type RunnerTask,
  releaseSlots,
  type SlotRefusal,
  slotOf,
  takeSlot,
  taskOfSlot,
  viewRunnerTask,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { changeOrder } from '../order/change-order.ts'
import { changeRunner } from './change-runner.ts'
import { errandPortsOf } from './errand-ports.ts'
import { runnerNoFor } from './numbers.ts'
import { isTask, type Task } from './own-task.ts'

type Refused = SlotRefusal | ErrandEventRefusal | { readonly code: 'BUSY'; readonly retryAfterMs: number }

/**
 * One runner gets it. First a slot of his own is held, then the task is taken by compare-and-set; who loses gives the slot
 * back. In this order a crash leaves a slot too many held, which is found when it matters, and never a task too many taken.
 */
export const takeTask = async (
  deps: Deps,
  { orderNo }: { readonly orderNo: OrderNo },
  { caller }: Call,
): Promise<Result<RunnerTask, Refused>> => {
  const runnerNo = runnerNoFor(caller.openid)
  const [order, runner] = await Promise.all([deps.orders.get(orderNo), errandPortsOf(deps).runners.get(runnerNo)])
  if (runner === undefined || order === undefined || !isTask(order)) return err({ code: 'NOT_FOUND' })

  const event = takenBy(runner)
  // Asked before anything is held: most of those who come too late learn it here.
  const hopeful = decide(order, event, deps.clock.nowMs())
  if (!hopeful.ok) return hopeful as Err<ErrandEventRefusal>
  if (hopeful.value === order) return ok(viewRunnerTask(order, deps.clock.nowMs()))

  const slot = slotOf(orderNo, order.detail.takes + 1)
  const held = await holdSlot(deps, runner, slot)
  if (!held.ok) return held

  const taken = await changeOrder(deps, order, (now, nowMs) => {
    // Taken and given back meanwhile: the slot is for another take. The next tap sees it as it is then.
    const stale = isTask(now) && now.detail.task === 'open' && slotOf(orderNo, now.detail.takes + 1) !== slot
    return stale ? err({ code: 'ALREADY_TAKEN' }) : decide(now, event, nowMs)
  })
  if (taken.ok) return ok(viewRunnerTask(taken.value as Task, deps.clock.nowMs()))
  await changeRunner(deps, runnerNo, (now) => ok(releaseSlots(now, [slot])))
  return taken as Err<Refused>
}

const takenBy = ({ runnerNo, openid, name, phone }: Runner) =>
  ({ kind: 'errand.take', runner: { runnerNo, openid, name, phone } }) as const

/** Holds the slot; when all are held, looks whether some of them are held for nothing. */
const holdSlot = async (deps: Deps, runner: Runner, slot: string): Promise<Result<Runner, Refused>> => {
  const held = await changeRunner(deps, runner, (now, nowMs) => takeSlot(now, slot, nowMs))
  if (held.ok || held.refusal.code !== 'HANDS_FULL') return held
  const idle = await idleSlots(deps, runner)
  if (idle.length === 0) return held
  return await changeRunner(deps, runner.runnerNo, (now, nowMs) => takeSlot(releaseSlots(now, idle), slot, nowMs))
}

/** A take of this age has ended one way or the other: no function runs so long. */
const takingMs = 2 * 60_000

/** Slots that a crash left behind: held a while ago for tasks that this runner does not have. */
const idleSlots = async (deps: Deps, { runnerNo, slots }: Runner): Promise<readonly string[]> => {
  const old = Object.entries(slots).filter(([, sinceMs]) => sinceMs < deps.clock.nowMs() - takingMs)
  const looked = await Promise.all(
    old.map(async ([slot]) => {
      const order = await deps.orders.get(taskOfSlot(slot).orderNo)
      const task = order !== undefined && isTask(order) ? order : undefined
      const inHand = holdsSlot(task, slot) && task?.detail.runner?.runnerNo === runnerNo
      return inHand ? [] : [slot]
    }),
  )
  return looked.flat()
}
