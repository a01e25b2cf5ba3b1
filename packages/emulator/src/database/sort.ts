import { compareValues } from './compare.ts'
import { queryRefused } from './database-errors.ts'
import { reach } from './paths.ts'
import { type Doc, isPlainObject, type Value } from './values.ts'

export interface SortKey {
  readonly field: string
  readonly direction: 1 | -1
}

/** `{ createdAt: -1, _id: 1 }`, or a list of `{ field | key, direction }` as older SDKs send. */
export const parseSort = (order: Value): readonly SortKey[] => {
  if (order === undefined || order === null) return []
  if (Array.isArray(order)) return order.flatMap((item) => (isPlainObject(item) ? [oldStyle(item)] : []))
  if (!isPlainObject(order)) throw queryRefused('the sort specification must be a document')
  return Object.entries(order).map(([field, direction]) => toKey(field, direction))
}

export const compareBy =
  (keys: readonly SortKey[]) =>
  (a: Doc, b: Doc): number => {
    for (const { field, direction } of keys) {
      const order = compareValues(sortValue(a, field, direction), sortValue(b, field, direction))
      if (order !== 0) return order * direction
    }
    return 0
  }

/** An array sorts by its smallest element going up, by its largest going down. */
export const sortValue = (doc: Doc, field: string, direction: 1 | -1): Value => {
  const { values } = reach(doc, field.split('.'))
  if (values.length === 1 && !Array.isArray(values[0])) return values[0]
  const flat = values.flatMap((value) => (Array.isArray(value) ? value : [value]))
  if (flat.length === 0) return null
  return flat.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}

const oldStyle = (item: Doc): SortKey => {
  const field = item.field ?? item.key
  return typeof field === 'string'
    ? toKey(field, item.direction)
    : toKey(...(Object.entries(item)[0] as [string, Value]))
}

const toKey = (field: string, direction: Value): SortKey => {
  if (direction === -1 || direction === 'desc') return { field, direction: -1 }
  if (direction === 1 || direction === 'asc' || direction === undefined) return { field, direction: 1 }
  throw queryRefused(`the direction to sort ${field} by must be 1 or -1`)
}
