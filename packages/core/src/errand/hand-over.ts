import { subtractFen } from '../money/calculate.ts'
import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { err, ok } from '../result.ts'
import type { Decided } from './decide-errand.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import { autoConfirmAfterMs } from './periods.ts'
import { slotReleased } from './slot.ts'
import { giveBack, giveBackTrouble, goodsPaidFen } from './task-money.ts'
import { nextErrandTask } from './transitions.ts'

type Task = Order<ErrandDetail>
type EventOf<K> = Extract<ErrandEvent, { kind: `errand.${K & string}` }>

/** The runner has it in his hands. What he did not spend on goods goes back at once. */
export const pickUp = (order: Task, event: EventOf<'pickUp'>, nowMs: number): Decided => {
  const { detail } = order
  if (detail.runner?.runnerNo !== event.runnerNo) return err({ code: 'NOT_FOUND' })
  if (detail.task === 'pickedUp') return ok({ detail })
  const task = nextErrandTask(detail.task, 'pickUp')
  if (task === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const opened = tryCode(detail, detail.codes.pickup, event.code, nowMs)
  if (opened !== 'right') return opened

  const { tries: _, ...rest } = detail
  const change = {
    effects: [{ key: 'upload', effect: { kind: 'errand.uploadDelivery' } as const }],
    history: [{ by: 'runner', what: 'errand.pickedUp' } as const],
  }
  if (detail.kind !== 'buy') return ok({ ...change, detail: { ...rest, task } })

  const { goodsFen, receipt } = event
  const most = goodsPaidFen(detail)
  if (goodsFen > most) return err({ code: 'GOODS_TOO_MUCH', mostFen: most })
  const unspent = subtractFen(most, goodsFen)
  const trouble = giveBackTrouble(order, unspent, nowMs)
  if (trouble !== undefined) return err(trouble)
  const back = giveBack(order, unspent, 'goods', 'merchantDecision')
  const { tries: __, ...paid } = back.detail
  return ok({
    detail: { ...paid, task, goods: { spentFen: goodsFen, receipt } },
    refunds: back.refunds,
    effects: [...change.effects, ...back.effects],
    history: [{ by: 'runner', what: 'errand.bought', facts: { amountFen: goodsFen, backFen: unspent } }],
  })
}

/** Whoever receives it gave the runner the delivery code. The buyer has a day to object or confirm. */
export const deliver = (order: Task, { runnerNo, code }: EventOf<'deliver'>, nowMs: number): Decided => {
  const { detail } = order
  if (detail.runner?.runnerNo !== runnerNo) return err({ code: 'NOT_FOUND' })
  if (detail.task === 'delivered') return ok({ detail })
  const task = nextErrandTask(detail.task, 'deliver')
  if (task === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const opened = tryCode(detail, detail.codes.delivery, code, nowMs)
  if (opened !== 'right') return opened

  const { tries: _, overdueAtMs: __, ...rest } = detail
  return ok({
    detail: { ...rest, task, autoConfirmAtMs: nowMs + autoConfirmAfterMs },
    effects: [...slotReleased(order), tell('errand.tell', { message: 'errand.delivered', to: order.buyer })],
    history: [{ by: 'runner', what: 'errand.delivered' }],
  })
}

/** Every third wrong code in a row stops all tries for a while, longer each time: 4 digits cannot be guessed through. */
export const triesBeforePause = 3
const firstPauseMs = 5 * 60_000
const longestPauseMs = 6 * 3_600_000

const tryCode = (detail: ErrandDetail, right: string | undefined, given: string, nowMs: number): 'right' | Decided => {
  if (right === undefined) return 'right'
  const { wrong = 0, pausedUntilMs = 0 } = detail.tries ?? {}
  if (nowMs < pausedUntilMs) return err({ code: 'CODE_PAUSED', untilMs: pausedUntilMs })
  if (given === right) return 'right'
  const times = wrong + 1
  const pauses = Math.floor(times / triesBeforePause)
  const pauseMs =
    times % triesBeforePause === 0 ? Math.min(firstPauseMs * 2 ** Math.min(pauses - 1, 20), longestPauseMs) : 0
  const until = pauseMs === 0 ? 0 : nowMs + pauseMs
  return ok({
    detail: { ...detail, tries: { wrong: times, pausedUntilMs: until } },
    ...(pauseMs === 0 ? {} : { history: [{ by: 'runner', what: 'errand.wrongCodes', facts: { times } } as const] }),
  })
}
