import type { Page } from '@pay/core'
import { cursorOf, type Place, placeOf } from '../../ports/cursor.ts'
import type { PageRequest } from '../../ports/order-store.ts'

/** One page of a list in memory, sorted by moment and id. */
export const pageOf = <T>(
  items: Iterable<T>,
  place: (item: T) => Place,
  direction: 'oldestFirst' | 'newestFirst',
  page: PageRequest,
): Page<T> => {
  const sign = direction === 'oldestFirst' ? 1 : -1
  const compare = (a: Place, b: Place) => sign * (a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const after = page.cursor === undefined ? undefined : placeOf(page.cursor)
  if (page.cursor !== undefined && after === undefined) return { items: [] }

  const rest = [...items]
    .filter((item) => after === undefined || compare(place(item), after) > 0)
    .sort((a, b) => compare(place(a), place(b)))
  const shown = rest.slice(0, page.limit)
  const last = shown.at(-1)
  return rest.length > shown.length && last !== undefined
    ? { items: shown, cursor: cursorOf(place(last)) }
    : { items: shown }
}
