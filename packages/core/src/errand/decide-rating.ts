import { err, ok } from '../result.ts'
import { notNow, type TaskDecision, type TaskOrder, unchanged } from './decide-errand.ts'
import type { Rating } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import type { ErrandState } from './transitions.ts'

const rateable: readonly ErrandState[] = ['delivered', 'confirmed', 'settled']

/** Once each way, when it is delivered. */
export const rate = (
  order: TaskOrder,
  asked: Extract<ErrandEvent, { kind: 'errand.rate' }>,
  nowMs: number,
): TaskDecision => {
  const task = order.detail
  const { by, stars, text } = asked
  if (task.runner === undefined || !rateable.includes(task.state)) return notNow(order)
  if (by === 'runner' && task.runner.openid !== asked.runner) return err({ code: 'NOT_YOUR_TASK' })
  const side = by === 'buyer' ? 'byBuyer' : 'byRunner'
  const before = task.ratings?.[side]
  if (before?.stars === stars && before.text === text) return unchanged(order)
  if (before !== undefined) return err({ code: 'ALREADY_RATED' })
  const rating: Rating = { stars, text, atMs: nowMs }
  const of = by === 'buyer' ? task.runner.openid : order.buyer
  return ok({
    detail: { ...task, ratings: { ...task.ratings, [side]: rating } },
    effects: [{ key: `rate:${by}`, effect: { kind: 'errand.publishRating', of, by, stars } }],
    history: [{ by, what: 'errand.rated', facts: { stars } }],
  })
}
