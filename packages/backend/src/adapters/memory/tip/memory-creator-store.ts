import type { Creator } from '@pay/core'
import type { CreatorStore } from '../../../ports/tip/creator-store.ts'

/** Creators in a Map. */
export const memoryCreatorStore = (all: readonly Creator[] = []): CreatorStore => {
  const creators = new Map(all.map((creator) => [creator.creatorId, creator]))
  return {
    get: async (creatorId) => creators.get(creatorId),
    async put(creator) {
      creators.set(creator.creatorId, creator)
    },
  }
}
