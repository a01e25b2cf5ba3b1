import type { OrderNo } from '../../identity/ids.ts'
import type { Rating } from '../errand-detail.ts'

/** What people said of one person in one part, runner or buyer. Only stars and words: who said it stays in the order. */
export interface Reputation {
  readonly version: number
  readonly count: number
  /** Sum of all stars. */
  readonly stars: number
  readonly recent: Readonly<Record<OrderNo, Rating>>
}

export const noReputation: Reputation = { version: 0, count: 0, stars: 0, recent: {} }

/** More than can be on their way at a time, so that none is counted twice. */
export const keptRatings = 100

/** One more rating; of one order only once. */
export const countRating = (before: Reputation, orderNo: OrderNo, rating: Rating): Reputation => {
  if (before.recent[orderNo] !== undefined) return before
  const all: Reputation['recent'] = { ...before.recent, [orderNo]: rating }
  const recent = Object.entries<Rating>(all).sort(([, a], [, b]) => b.atMs - a.atMs)
  return {
    version: before.version + 1,
    count: before.count + 1,
    stars: before.stars + rating.stars,
    recent: Object.fromEntries(recent.slice(0, keptRatings)),
  }
}
