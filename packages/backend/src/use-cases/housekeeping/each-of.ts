import type { Page } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { cursorOf, type Place } from '../../ports/cursor.ts'
import type { PageRequest } from '../../ports/order-store.ts'

/** One walk over a list that may be longer than the time. */
export interface Walk<T> {
  /** Names the bookmark. */
  readonly job: string
  readonly untilMs: number
  readonly find: (page: PageRequest) => Promise<Page<T>>
  /** Where an item stands in the list, as `find` sorts it. */
  readonly place: (item: T) => Place
  readonly look: (item: T) => Promise<void>
}

type WalkDeps = Pick<Deps, 'bookmarks' | 'clock' | 'log'>

/**
 * Looks at every item, page by page, until the list ends or the time is up; the next walk goes on after the last one
 * looked at. An item that fails is logged and does not keep the others waiting.
 */
export const eachOf = async <T>(deps: WalkDeps, walk: Walk<T>): Promise<number> => {
  const start = await deps.bookmarks.get(walk.job)
  let cursor = start
  let seen = 0
  do {
    const page = await walk.find({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
    for (const item of page.items) {
      if (deps.clock.nowMs() >= walk.untilMs) {
        await deps.bookmarks.set(walk.job, cursor)
        return seen
      }
      await lookSafely(deps, walk, item)
      cursor = cursorOf(walk.place(item))
      seen++
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  if (start !== undefined) await deps.bookmarks.set(walk.job, undefined)
  return seen
}

const pageSize = 50

const lookSafely = async <T>(deps: WalkDeps, { job, look }: Walk<T>, item: T): Promise<void> => {
  try {
    await look(item)
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    deps.log.write({ level: 'error', event: 'housekeeping', job, error: text })
  }
}
