import {
  type CodeRefusal,
  type CommonRefusal,
  decide,
  type Err,
  type ErrandEvent,
  type ErrandEventRefusal,
  err,
  type errandContract,
  type OrderNo,
  ok,
  type ParsedOf,
  type Refusal,
  type Result,
  type RunnerTask,
  type TextRefusal,
  triesBeforePause,
  viewRunnerTask,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { changeOrder } from '../order/change-order.ts'
import { pictureTrouble } from '../order/own-pictures.ts'
import { runOutbox } from '../order/run-outbox.ts'
import { showPictures } from '../order/show-pictures.ts'
import { textTrouble } from '../order/text-trouble.ts'
import { buyerIdOf } from './count-rating.ts'
import { errandPortsOf } from './errand-ports.ts'
import { runnerNoFor } from './numbers.ts'
import { isTask, runnersTask, type Task } from './own-task.ts'

type Input<A extends keyof (typeof errandContract)['actions']> = ParsedOf<typeof errandContract, A>
type Answer<R extends Refusal = never> = Promise<Result<RunnerTask, ErrandEventRefusal | R>>

/** The task as its runner sees it. */
export const getTask = async (deps: Deps, { orderNo }: Input<'task'>, { caller }: Call) => {
  const task = await runnersTask(deps, caller.openid, orderNo)
  if (!task.ok) return task
  const { count, stars } = await errandPortsOf(deps).reputations.get(buyerIdOf(task.value.buyer))
  const view = await showPictures(deps, viewRunnerTask(task.value, deps.clock.nowMs()))
  const shown: RunnerTask = count === 0 ? view : { ...view, buyerRating: { count, stars } }
  return ok(shown)
}

export const askGoods = (deps: Deps, { orderNo, goodsFen }: Input<'askGoods'>, call: Call): Answer =>
  shown(deps, act(deps, orderNo, { kind: 'errand.askGoods', runnerNo: runnerOf(call), goodsFen }, call))

export const reportTrouble = async (
  deps: Deps,
  { orderNo, why, pictures }: Input<'reportTrouble'>,
  call: Call,
): Answer<CommonRefusal | TextRefusal> =>
  pictureTrouble(deps, call.caller.openid, 'pictures', pictures) ??
  (await textTrouble(deps, call.caller.openid, { field: 'why', text: why, doubtful: 'take' })) ??
  (await shown(deps, act(deps, orderNo, { kind: 'errand.dispute', by: 'runner', why, pictures }, call)))

export const rateBuyer = async (
  deps: Deps,
  { orderNo, stars, words }: Input<'rateBuyer'>,
  call: Call,
): Answer<TextRefusal> =>
  (await textTrouble(deps, call.caller.openid, { field: 'words', text: words, doubtful: 'refuse' })) ??
  (await shown(deps, act(deps, orderNo, { kind: 'errand.rate', by: 'runner', stars, words }, call)))

/** With the code of whoever hands it over, or with the receipt of what was bought. */
export const pickUp = async (deps: Deps, input: Input<'pickUp'>, call: Call): Answer<CodeRefusal | CommonRefusal> => {
  const { orderNo, code, goodsFen, receipt } = input
  const trouble = pictureTrouble(deps, call.caller.openid, 'receipt', receipt)
  if (trouble !== undefined) return trouble
  const event: ErrandEvent = { kind: 'errand.pickUp', runnerNo: runnerOf(call), code, goodsFen, receipt }
  return withCode(deps, await act(deps, orderNo, event, call), ({ task }) => task === 'taken')
}

/** With the code of whoever receives it. */
export const deliver = async (deps: Deps, { orderNo, code }: Input<'deliver'>, call: Call): Answer<CodeRefusal> => {
  const event: ErrandEvent = { kind: 'errand.deliver', runnerNo: runnerOf(call), code }
  return withCode(deps, await act(deps, orderNo, event, call), ({ task }) => task === 'pickedUp')
}

/** Given back, the task is nobody's: a repeat still answers that it is. */
export const dropTask = async (
  deps: Deps,
  { orderNo, why }: Input<'drop'>,
  call: Call,
): Promise<Result<{ readonly dropped: true }, ErrandEventRefusal | TextRefusal>> => {
  // The buyer reads in the order's story why.
  const trouble = await textTrouble(deps, call.caller.openid, { field: 'why', text: why, doubtful: 'take' })
  if (trouble !== undefined) return trouble
  const order = await deps.orders.get(orderNo)
  if (order === undefined || !isTask(order)) return err({ code: 'NOT_FOUND' })
  const changed = await changeTask(deps, order, { kind: 'errand.drop', runnerNo: runnerOf(call), why }, call)
  return changed.ok ? ok({ dropped: true }) : changed
}

const runnerOf = ({ caller }: Call) => runnerNoFor(caller.openid)

const act = async (
  deps: Deps,
  orderNo: OrderNo,
  event: ErrandEvent,
  call: Call,
): Promise<Result<Task, ErrandEventRefusal>> => {
  const task = await runnersTask(deps, call.caller.openid, orderNo)
  return task.ok ? await changeTask(deps, task.value, event, call) : task
}

const changeTask = async (
  deps: Deps,
  task: Task,
  event: ErrandEvent,
  { untilMs }: Call,
): Promise<Result<Task, ErrandEventRefusal>> => {
  const changed = await changeOrder(deps, task, (order, nowMs) => decide(order, event, nowMs))
  if (!changed.ok) return changed as Err<ErrandEventRefusal>
  return ok((await runOutbox(deps, changed.value, untilMs)) as Task)
}

const shown = async (deps: Deps, changed: Promise<Result<Task, ErrandEventRefusal>>): Answer => {
  const task = await changed
  return task.ok ? ok(viewRunnerTask(task.value, deps.clock.nowMs())) : task
}

/** A wrong code was counted and moved nothing: the task says so by still being where it was. */
const withCode = async (
  deps: Deps,
  changed: Result<Task, ErrandEventRefusal>,
  isStill: (detail: Task['detail']) => boolean,
): Answer<CodeRefusal> => {
  if (!changed.ok) return changed
  const { detail } = changed.value
  if (!isStill(detail)) return ok(viewRunnerTask(changed.value, deps.clock.nowMs()))
  const { wrong = 0, pausedUntilMs = 0 } = detail.tries ?? {}
  const left = (triesBeforePause - (wrong % triesBeforePause)) % triesBeforePause
  return err({ code: 'WRONG_CODE', left, ...(pausedUntilMs === 0 ? {} : { pausedUntilMs }) })
}
