import { isPlainObject, type Value } from './values.ts'

/**
 * Every value that a dotted path reaches, going into the elements of arrays on the way as Mongo does.
 * `missing` tells whether some branch ended before the path did; the last array is given as itself.
 */
export const reach = (value: Value, segments: readonly string[]): { values: Value[]; missing: boolean } => {
  const found: { values: Value[]; missing: boolean } = { values: [], missing: false }
  walk(value, segments, 0, found)
  if (found.values.length === 0) found.missing = true
  return found
}

const walk = (
  value: Value,
  segments: readonly string[],
  index: number,
  found: { values: Value[]; missing: boolean },
) => {
  const segment = segments[index]
  if (segment === undefined) {
    if (value === undefined) found.missing = true
    else found.values.push(value)
    return
  }
  if (Array.isArray(value)) {
    const isIndex = /^\d+$/.test(segment)
    if (isIndex && Number(segment) < value.length) walk(value[Number(segment)], segments, index + 1, found)
    for (const element of value) if (isPlainObject(element)) walk(element, segments, index, found)
    return
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, segment)) {
    found.missing = true
    return
  }
  walk(value[segment], segments, index + 1, found)
}

/** The single value at a path, arrays not entered; undefined where there is none. */
export const valueAt = (value: Value, path: string): Value => {
  let current = value
  for (const segment of path.split('.')) {
    if (Array.isArray(current)) current = /^\d+$/.test(segment) ? current[Number(segment)] : undefined
    else if (isPlainObject(current) && Object.hasOwn(current, segment)) current = current[segment]
    else return undefined
  }
  return current
}
