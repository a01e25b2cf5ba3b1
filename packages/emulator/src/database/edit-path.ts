import { writeRefused } from './database-errors.ts'
import { stringifyEjson } from './ejson.ts'
import { type Doc, isPlainObject, type Value } from './values.ts'

/** Returning this removes the field. */
export const removed = Symbol('removed')

// Mongo refuses to fill more than this many nulls before an index that is beyond the end.
const longestPadding = 1_500_000

/**
 * A copy of `doc` with the value at `path` replaced by `edit(old)`. Missing objects on the way are made when `create`;
 * anything else in the way is refused as Mongo does, above all null: a silent success would lose the write.
 */
export const editPath = (doc: Doc, path: string, edit: (old: Value) => Value | typeof removed, create = true): Doc =>
  editObject(doc, path.split('.'), 0, edit, create) as Doc

type Edit = (old: Value) => Value | typeof removed

const editObject = (value: Value, segments: readonly string[], index: number, edit: Edit, create: boolean): Value => {
  const segment = segments[index] as string
  const isLast = index === segments.length - 1
  if (Array.isArray(value)) return editArray(value, segments, index, edit, create)
  const object = value as Doc
  const old = Object.hasOwn(object, segment) ? object[segment] : undefined
  if (isLast) return put(object, segment, edit(old))
  if (old === undefined) {
    if (!create) return value
    return put(object, segment, editObject({}, segments, index + 1, edit, create))
  }
  if (!isContainer(old)) {
    // $unset and the like find nothing to do here; a write has nowhere to go.
    if (!create) return value
    throw writeRefused(`Cannot create field '${segments[index + 1]}' in element {${segment}: ${stringifyEjson(old)}}`)
  }
  return put(object, segment, editObject(old, segments, index + 1, edit, create))
}

const editArray = (
  items: readonly Value[],
  segments: readonly string[],
  index: number,
  edit: Edit,
  create: boolean,
): Value => {
  const segment = segments[index] as string
  const isLast = index === segments.length - 1
  if (segment === '$[]') {
    return items.map((item) => {
      if (isLast) return withoutRemoved(edit(item))
      return isContainer(item) ? editObject(item, segments, index + 1, edit, create) : item
    })
  }
  if (!/^\d+$/.test(segment)) {
    if (!create) return items
    throw writeRefused(`Cannot create field '${segment}' in element {${segments[index - 1]}: ${stringifyEjson(items)}}`)
  }
  const at = Number(segment)
  if (at >= items.length && !create) return items
  if (at - items.length > longestPadding) throw writeRefused(`can't backfill more than ${longestPadding} elements`)
  const copy = [...items, ...Array(Math.max(0, at - items.length)).fill(null)]
  const old = items[at]
  if (isLast) copy[at] = withoutRemoved(edit(old))
  else if (old === undefined) copy[at] = editObject({}, segments, index + 1, edit, create)
  else if (isContainer(old)) copy[at] = editObject(old, segments, index + 1, edit, create)
  else if (create)
    throw writeRefused(`Cannot create field '${segments[index + 1]}' in element {${segment}: ${stringifyEjson(old)}}`)
  return copy
}

// $unset of an element leaves null, so that the others keep their places.
const withoutRemoved = (value: Value | typeof removed) => (value === removed ? null : value)

const isContainer = (value: Value) => isPlainObject(value) || Array.isArray(value)

const put = (object: Doc, key: string, value: Value | typeof removed): Doc => {
  if (value !== removed) return { ...object, [key]: value }
  if (!Object.hasOwn(object, key)) return object
  const { [key]: _, ...rest } = object
  return rest
}
