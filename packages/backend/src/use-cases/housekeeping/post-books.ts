import { orderEntries } from '@pay/core'
import type { Deps } from '../../deps.ts'

/**
 * Writes a day's entries into the books: derived from the orders whose money moved, so that running it again adds
 * nothing, and a crash before it loses nothing. `false`: out of time, to be run again.
 */
export const postBooks = async (deps: Deps, day: string, untilMs: number): Promise<boolean> => {
  let cursor: string | undefined
  do {
    if (deps.clock.nowMs() >= untilMs) return false
    const page = await deps.orders.find({ name: 'movedOn', day }, { limit: 50, ...(cursor ? { cursor } : {}) })
    await deps.ledger.post(page.items.flatMap(orderEntries))
    cursor = page.cursor
  } while (cursor !== undefined)
  return true
}
