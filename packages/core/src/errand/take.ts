import { type Fen, fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { err, ok } from '../result.ts'
import type { Decided } from './decide-errand.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import { openForMs, overdueAfterMs } from './periods.ts'
import { slotReleased } from './slot.ts'
import { tariff } from './tariff.ts'
import { goodsPaidFen } from './task-money.ts'
import { nextErrandTask } from './transitions.ts'

type Task = Order<ErrandDetail>
type EventOf<K> = Extract<ErrandEvent, { kind: `errand.${K & string}` }>

/** One runner gets it: whoever's change of the document comes first. */
export const take = (order: Task, { runner }: EventOf<'take'>, nowMs: number): Decided => {
  const { detail } = order
  if (detail.task === 'none' || order.state !== 'paid') return err({ code: 'NOT_FOUND' })
  if (runner.openid === order.buyer) return err({ code: 'OWN_TASK' })
  if (detail.task === 'taken' && detail.runner?.runnerNo === runner.runnerNo) return ok({ detail })
  const task = nextErrandTask(detail.task, 'take')
  if (task === undefined || nowMs >= (detail.openUntilMs ?? 0)) return err({ code: 'ALREADY_TAKEN' })

  const { openUntilMs: _, tries: __, ...rest } = detail
  const { runnerNo, openid, name, phone } = runner
  return ok({
    detail: {
      ...rest,
      task,
      takes: detail.takes + 1,
      runner: { runnerNo, openid, name, phone, takenAtMs: nowMs },
      overdueAtMs: Math.max(nowMs, detail.wantedAtMs ?? 0) + overdueAfterMs,
    },
    effects: [tell('errand.tell', { message: 'errand.taken', to: order.buyer }, detail.takes + 1)],
    history: [{ by: 'runner', what: 'errand.taken' }],
  })
}

/** Back into the hall, with the full time to be taken again. */
export const drop = (order: Task, { runnerNo, why }: EventOf<'drop'>, nowMs: number): Decided => {
  const { detail } = order
  const { droppedBy = [] } = detail
  if (detail.runner?.runnerNo !== runnerNo)
    return droppedBy.includes(runnerNo) ? ok({ detail }) : err({ code: 'NOT_FOUND' })
  const task = nextErrandTask(detail.task, 'drop')
  if (task === undefined) return err({ code: 'TASK_NOT_NOW', task: detail.task })

  const { runner: _, overdueAtMs: __, goods: ___, ...rest } = detail
  return ok({
    detail: {
      ...rest,
      task,
      droppedBy: [...droppedBy.filter((one) => one !== runnerNo), runnerNo],
      openUntilMs: openUntil(detail, nowMs),
    },
    effects: slotReleased(order),
    history: [{ by: 'runner', what: 'errand.dropped', facts: { why } }],
  })
}

export const openUntil = ({ wantedAtMs = 0 }: Pick<ErrandDetail, 'wantedAtMs'>, nowMs: number): number =>
  Math.max(nowMs, wantedAtMs) + openForMs

/** 帮买: the shop wants more than was paid. Asking again changes the sum, until the buyer has paid it. */
export const askGoods = (order: Task, { runnerNo, goodsFen }: EventOf<'askGoods'>): Decided => {
  const { detail } = order
  if (detail.runner?.runnerNo !== runnerNo) return err({ code: 'NOT_FOUND' })
  if (detail.kind !== 'buy' || detail.task !== 'taken') return err({ code: 'TASK_NOT_NOW', task: detail.task })
  if (detail.goods?.askedFen === goodsFen) return ok({ detail })
  const leastFen = fen(goodsPaidFen(detail) + 1)
  const mostFen = fen(Math.max(tariff.mostGoodsFen, leastFen))
  if (goodsFen < leastFen || goodsFen > mostFen) return err({ code: 'GOODS_OUT_OF_RANGE', leastFen, mostFen })
  return ok({
    detail: { ...detail, goods: { ...detail.goods, askedFen: goodsFen } },
    history: [{ by: 'runner', what: 'errand.goodsAsked', facts: { amountFen: goodsFen } }],
  })
}

/** What the buyer has to pay so that the runner can buy; 0 when nothing is asked for. */
export const goodsMissingFen = (detail: ErrandDetail): Fen =>
  fen(Math.max(0, (detail.task === 'taken' ? (detail.goods?.askedFen ?? 0) : 0) - goodsPaidFen(detail)))
