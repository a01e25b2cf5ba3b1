import type { Page } from '@pay/core'
import { cursorOf, type Place, placeOf } from '../../ports/cursor.ts'
import type { PageRequest } from '../../ports/order-store.ts'
import type { WxCommand, WxDocument } from './wx-cloud.ts'
import type { WxTable } from './wx-table.ts'

export interface PageQuery<T> {
  readonly condition: object
  /** The field that sorts; ties are broken by `_id`. */
  readonly sortBy: string
  readonly direction: 'asc' | 'desc'
  readonly page: PageRequest
  readonly read: (document: WxDocument) => T
}

/** One page in one request: from the place of the cursor on, one more than asked to see whether there are others. */
export const findPage = async <T>(table: WxTable, command: WxCommand, query: PageQuery<T>): Promise<Page<T>> => {
  const { condition, sortBy, direction, page, read } = query
  const after = page.cursor === undefined ? undefined : placeOf(page.cursor)
  if (page.cursor !== undefined && after === undefined) return { items: [] }

  const beyond = (value: unknown) => (direction === 'asc' ? command.gt(value) : command.lt(value))
  const rest = (place: Place) =>
    command.or([{ [sortBy]: beyond(place.atMs) }, { [sortBy]: place.atMs, _id: beyond(place.id) }])
  const documents = await table.find(
    after === undefined ? condition : command.and([condition, rest(after)]),
    [
      [sortBy, direction],
      ['_id', direction],
    ],
    page.limit + 1,
  )
  const shown = documents.slice(0, page.limit)
  const last = shown.at(-1)
  const items = shown.map(read)
  return documents.length > page.limit && last !== undefined
    ? { items, cursor: cursorOf({ atMs: Number(last[sortBy]), id: last._id }) }
    : { items }
}
