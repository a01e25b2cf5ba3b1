import type { ErrandDetail } from '@pay/core'
import type { EffectRunner } from '../order/effect-runner.ts'
import { errandPortsOf } from './errand-ports.ts'
import { runnerNoFor } from './numbers.ts'

/** The stars join those that this person has in this part. */
export const countStars: EffectRunner<'errand.countRating'> = async (deps, order, { about }) => {
  const { ratings, runner } = order.detail as ErrandDetail
  const rating = about === 'runner' ? ratings?.byBuyer : ratings?.byRunner
  const person = about === 'runner' ? runner?.runnerNo : buyerIdOf(order.buyer)
  if (rating === undefined || person === undefined) return { kind: 'done' }
  await errandPortsOf(deps).reputations.count(person, order.orderNo, rating)
  return { kind: 'done' }
}

/** A buyer's reputation is apart from the one that the same person has as a runner. */
export const buyerIdOf = (openid: Parameters<typeof runnerNoFor>[0]): string => `buyer-${runnerNoFor(openid)}`
