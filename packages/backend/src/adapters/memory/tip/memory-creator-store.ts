import type { Creator } from '@pay/core'
import type { CreatorStore } from '../../../ports/tip/creator-store.ts'
import { pageOf } from '../page-of.ts'

/** Creators in a Map, listed in the order they were put. */
export const memoryCreatorStore = (all: readonly Creator[] = []): CreatorStore => {
  const creators = new Map(all.map((creator) => [creator.creatorId, creator]))
  return {
    async list(page) {
      const all = [...creators.values()].map((creator, index) => ({ creator, index }))
      const shown = pageOf(all, ({ creator, index }) => ({ atMs: index, id: creator.creatorId }), 'oldestFirst', page)
      return { ...shown, items: shown.items.map(({ creator }) => creator) }
    },
    get: async (creatorId) => creators.get(creatorId),
    async put(creator) {
      creators.set(creator.creatorId, creator)
    },
  }
}
