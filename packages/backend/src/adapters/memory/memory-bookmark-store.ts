import type { BookmarkStore } from '../../ports/bookmark-store.ts'

/** Bookmarks in a Map. */
export const memoryBookmarkStore = (): BookmarkStore => {
  const places = new Map<string, string>()
  return {
    get: async (job) => places.get(job),
    all: async () => new Map(places),
    async set(job, place) {
      if (place === undefined) places.delete(job)
      else places.set(job, place)
    },
  }
}
