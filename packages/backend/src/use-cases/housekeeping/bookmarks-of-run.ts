import type { BookmarkStore } from '../../ports/bookmark-store.ts'

/**
 * The bookmarks as one run of the timer finds them, read in one request instead of one for each job, every minute. What
 * the run sets it reads back. A read that fails is tried again by the next job.
 */
export const bookmarksOfRun = (store: BookmarkStore): BookmarkStore => {
  let read: Promise<Map<string, string>> | undefined
  const places = (): Promise<Map<string, string>> => {
    if (read !== undefined) return read
    const asked = store.all().then((all) => new Map(all))
    asked.catch(() => {
      read = undefined
    })
    read = asked
    return asked
  }
  return {
    get: async (job) => (await places()).get(job),
    all: places,
    async set(job, place) {
      await store.set(job, place)
      const known = await places()
      if (place === undefined) known.delete(job)
      else known.set(job, place)
    },
  }
}
