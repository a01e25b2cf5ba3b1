import { err, ok } from '../result.ts'
import { notNow, type TaskDecision, type TaskOrder, unchanged } from './decide-errand.ts'
import { pickedUp } from './decide-runner.ts'
import type { BoughtGoods, ErrandTask } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import { paidForGoodsFen } from './errand-money.ts'

type Of<K extends ErrandEvent['kind']> = Extract<ErrandEvent, { kind: K }>

/** The goods cost more than was paid for: the customer may pay the difference by a supplementary order, before they are bought. */
export const askMore = (order: TaskOrder, { runner, wantedFen }: Of<'errand.askMore'>): TaskDecision => {
  const task = order.detail
  if (task.runner?.openid !== runner) return err({ code: 'NOT_YOUR_TASK' })
  if (task.state !== 'taken' || task.request.kind !== 'buy') return notNow(order)
  if (task.goods?.wantedFen === wantedFen || wantedFen <= paidForGoodsFen(task)) return unchanged(order)
  const paidForFen = paidForGoodsFen(task)
  return ok({
    detail: withGoods(task, { wantedFen }),
    history: [{ by: 'runner', what: 'errand.askedMore', facts: { wantedFen, paidForFen } }],
  })
}

/** Money of a supplementary order. It counts in every state: what is not spent goes back with the rest. */
export const supplementPaid = (order: TaskOrder, { orderNo, amountFen }: Of<'errand.supplementPaid'>): TaskDecision => {
  const task = order.detail
  const supplements = task.goods?.supplements ?? []
  if (supplements.some((one) => one.orderNo === orderNo)) return unchanged(order)
  // Too late to buy anything with it: all of it goes back.
  if (task.state !== 'taken')
    return ok({
      detail: task,
      effects: [
        { key: `supplement:${orderNo}:late`, effect: { kind: 'errand.refundSupplement', orderNo, amountFen } },
      ],
    })
  return ok({
    detail: withGoods(task, { supplements: [...supplements, { orderNo, amountFen }] }),
    history: [{ by: 'buyer', what: 'errand.paidMore', facts: { amountFen } }],
  })
}

/** Bought, with the receipt: the runner has the goods now. Within what was paid for. */
export const bought = (order: TaskOrder, { runner, spentFen, receipt }: Of<'errand.bought'>): TaskDecision => {
  const task = order.detail
  if (task.runner?.openid !== runner) return err({ code: 'NOT_YOUR_TASK' })
  if (task.state === 'pickedUp' && task.goods?.spentFen === spentFen) return unchanged(order)
  if (task.state !== 'taken' || task.request.kind !== 'buy') return notNow(order)
  const paidForFen = paidForGoodsFen(task)
  if (spentFen > paidForFen) return err({ code: 'OVER_BUDGET', paidForFen })
  return ok({
    detail: pickedUp(withGoods(task, { spentFen, receipt })),
    history: [{ by: 'runner', what: 'errand.bought', facts: { spentFen } }],
  })
}

const withGoods = (task: ErrandTask, fields: Partial<BoughtGoods>): ErrandTask => ({
  ...task,
  goods: { supplements: [], ...task.goods, ...fields },
})
