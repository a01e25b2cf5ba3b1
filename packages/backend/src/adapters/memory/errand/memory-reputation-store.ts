import { countRating, noReputation, type Reputation } from '@pay/core'
import type { ReputationStore } from '../../../ports/errand/reputation-store.ts'

/** Reputations in a Map: core's rule, applied. */
export const memoryReputationStore = (reputations = new Map<string, Reputation>()): ReputationStore => ({
  async get(personId) {
    return reputations.get(personId) ?? noReputation
  },
  async count(personId, orderNo, rating) {
    reputations.set(personId, countRating(reputations.get(personId) ?? noReputation, orderNo, rating))
  },
})
