import type { Order } from '../order/order.ts'
import { err, ok } from '../result.ts'
import type { Decided } from './decide-errand.ts'
import type { ErrandDetail, Rating } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import type { ErrandTask } from './transitions.ts'

const rateable: readonly ErrandTask[] = ['confirmed', 'autoConfirmed', 'settled', 'split']

export const mayRate = ({ task, ratings }: ErrandDetail, by: 'buyer' | 'runner'): boolean =>
  rateable.includes(task) && (by === 'buyer' ? ratings?.byBuyer : ratings?.byRunner) === undefined

/** Once each way, when it is over. */
export const rate = (
  { detail }: Order<ErrandDetail>,
  { by, stars, words }: Extract<ErrandEvent, { kind: 'errand.rate' }>,
  nowMs: number,
): Decided => {
  const field = by === 'buyer' ? 'byBuyer' : 'byRunner'
  const before = detail.ratings?.[field]
  if (before !== undefined)
    return before.stars === stars && before.words === words ? ok({ detail }) : err({ code: 'RATED_BEFORE' })
  if (!mayRate(detail, by)) return err({ code: 'TASK_NOT_NOW', task: detail.task })
  const rating: Rating = { stars, words, atMs: nowMs }
  const about = by === 'buyer' ? 'runner' : 'buyer'
  return ok({
    detail: { ...detail, ratings: { ...detail.ratings, [field]: rating } },
    effects: [{ key: `rating:${by}`, effect: { kind: 'errand.countRating', about } }],
    history: [{ by, what: 'errand.rated', facts: { stars } }],
  })
}
