import { after, type CollectionIndex, type IndexKey, startsWith } from './collection-index.ts'
import { compareValues, typeOrder } from './compare.ts'
import type { SortKey } from './sort.ts'
import { type Doc, isPlainObject, Regex, type Value } from './values.ts'

/** How to find candidates without looking at every document. The full query is still asked of each. */
export interface Scan {
  readonly index: CollectionIndex
  /** Candidates come in the order that the query wants. */
  readonly sorted: boolean
  ids(): Iterable<string>
}

/** What the query demands of one field: one of these values, or a range. */
interface Demand {
  readonly points?: readonly Value[]
  readonly low?: Value
  readonly high?: Value
}

// More combinations than this cost more than a look at every document of a small collection.
const mostPrefixes = 500

export const planScan = (
  query: Doc,
  indexes: readonly CollectionIndex[],
  sort: readonly SortKey[],
): Scan | undefined => {
  const demands = readDemands(query)
  let best: { index: CollectionIndex; points: number; range: boolean; sorted: boolean; score: number } | undefined
  for (const index of indexes) {
    if (index.spec.keys.some(({ direction }) => direction === '2dsphere')) continue
    const fields = index.spec.keys.map(({ field }) => field)
    let points = 0
    while (points < fields.length && demands.get(fields[points] as string)?.points !== undefined) points += 1
    const next = demands.get(fields[points] ?? '')
    const range = next !== undefined && (next.low !== undefined || next.high !== undefined)
    const sorted = !index.multikey && followsSort(index, points, demands, sort) !== undefined
    const score = points * 4 + (range ? 2 : 0) + (sorted && sort.length > 0 ? 1 : 0)
    if (points === 0 && !range && !(sorted && sort.length > 0)) continue
    if (best === undefined || score > best.score) best = { index, points, range, sorted, score }
  }
  if (best === undefined) return undefined
  const { index, points, sorted } = best
  const fields = index.spec.keys.map(({ field }) => field)
  const lists = fields.slice(0, points).map((field) => demands.get(field)?.points ?? [])
  if (lists.reduce((product, list) => product * list.length, 1) > mostPrefixes) return undefined
  const prefixes = lists.reduce<readonly (readonly Value[])[]>(
    (all, list) => all.flatMap((prefix) => list.map((value) => [...prefix, value])),
    [[]],
  )
  const wanted = demands.get(fields[points] ?? '')
  // One element of an array may satisfy one bound, and another the other: only one bound narrows such an index.
  const demand = index.multikey && wanted?.low !== undefined ? { low: wanted.low } : wanted
  const backwards = sorted && followsSort(index, points, demands, sort) === -1
  return { index, sorted, ids: () => scan(index, prefixes, demand, backwards) }
}

function* scan(
  index: CollectionIndex,
  prefixes: readonly (readonly Value[])[],
  demand: Demand | undefined,
  backwards: boolean,
): Iterable<string> {
  for (const prefix of prefixes) {
    const down = index.spec.keys[prefix.length]?.direction === -1
    const first = down ? demand?.high : demand?.low
    const last = down ? demand?.low : demand?.high
    const isOver = (key: IndexKey, bound: Value, sign: number) =>
      bound !== undefined && compareValues(key.values[prefix.length], bound) * (down ? -1 : 1) * sign > 0
    if (backwards) {
      const start = last === undefined ? [...prefix, after] : [...prefix, last, after]
      for (const key of index.keys.downFrom({ values: start })) {
        if (!startsWith(key.values, prefix) || isOver(key, first, -1)) break
        yield key.id as string
      }
    } else {
      const start = first === undefined ? prefix : [...prefix, first]
      for (const key of index.keys.from({ values: start })) {
        if (!startsWith(key.values, prefix) || isOver(key, last, 1)) break
        yield key.id as string
      }
    }
  }
}

/** 1 when the index, after its fixed fields, runs in the wanted order; -1 when it does backwards. */
const followsSort = (
  index: CollectionIndex,
  points: number,
  demands: ReadonlyMap<string, Demand>,
  sort: readonly SortKey[],
): 1 | -1 | undefined => {
  const keys = index.spec.keys
  const single = keys.slice(0, points).every(({ field }) => demands.get(field)?.points?.length === 1)
  if (!single) return undefined
  const fixed = new Set(keys.slice(0, points).map(({ field }) => field))
  const wanted = sort.filter(({ field }) => !fixed.has(field))
  if (wanted.length === 0) return 1
  const signs = wanted.map(({ field, direction }, at) => {
    const key = keys[points + at]
    return key?.field === field && key.direction !== '2dsphere' ? direction * key.direction : 0
  })
  if (signs.every((sign) => sign === 1)) return 1
  return signs.every((sign) => sign === -1) ? -1 : undefined
}

const readDemands = (query: Doc, into = new Map<string, Demand>()): Map<string, Demand> => {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(value)) for (const part of value) readDemands(part as Doc, into)
    if (key.startsWith('$')) continue
    const demand = readDemand(value)
    const known = into.get(key)
    if (demand !== undefined && known?.points === undefined) into.set(key, { ...known, ...demand })
  }
  return into
}

const readDemand = (value: Value): Demand | undefined => {
  if (!isPlainObject(value) || !Object.keys(value).some((key) => key.startsWith('$')))
    return isIndexable(value) ? { points: [value] } : undefined
  if ('$eq' in value) return isIndexable(value.$eq) ? { points: [value.$eq] } : undefined
  if (Array.isArray(value.$in)) return value.$in.every(isIndexable) ? { points: distinct(value.$in) } : undefined
  const low = value.$gt ?? value.$gte
  const high = value.$lt ?? value.$lte
  const isBound = (bound: Value) => bound !== undefined && bound !== null && isIndexable(bound)
  if (!isBound(low) && !isBound(high)) return undefined
  if (isBound(low) && isBound(high) && typeOrder(low) !== typeOrder(high)) return undefined
  return { ...(isBound(low) ? { low } : {}), ...(isBound(high) ? { high } : {}) }
}

// An array may be equal as a whole, which an index of its elements does not show.
const isIndexable = (value: Value) => !Array.isArray(value) && !(value instanceof Regex)

const distinct = (values: readonly Value[]) =>
  values
    .slice()
    .sort(compareValues)
    .filter((value, at, all) => at === 0 || compareValues(all[at - 1], value) !== 0)
