import type { IndexSpec } from '../project/project-file.ts'
import { compareValues } from './compare.ts'
import { stringifyEjson } from './ejson.ts'
import { reach } from './paths.ts'
import { createSortedSet, type SortedSet } from './sorted-set.ts'
import type { Doc, Value } from './values.ts'

/** Stands after every value in a key, to begin a scan behind all keys with one prefix. */
export const after: unique symbol = Symbol('after')

export interface IndexKey {
  readonly values: readonly (Value | typeof after)[]
  /** Key of the document; absent in the bounds of a scan. */
  readonly id?: string
}

export interface CollectionIndex {
  readonly spec: IndexSpec
  readonly keys: SortedSet<IndexKey>
  /** Some document stands in it more than once, by an array: a scan then may meet a document twice. */
  multikey: boolean
  add(id: string, doc: Doc): void
  remove(id: string, doc: Doc): void
  /** The ids of documents that have one of the keys of `doc`. */
  holders(doc: Doc): Iterable<string>
  /** The keys of a document as text, to reserve them. */
  texts(doc: Doc): readonly string[]
}

/** An ordered index over one or more fields; a missing field counts as null, an array counts with each element. */
export const createIndex = (spec: IndexSpec): CollectionIndex => {
  const directions = spec.keys.map(({ direction }) => (direction === -1 ? -1 : 1))
  const fields = spec.keys.map(({ field }) => field.split('.'))
  const keys = createSortedSet<IndexKey>(compareKeys(directions))

  const tuples = (doc: Doc): readonly (readonly Value[])[] =>
    fields.reduce<readonly (readonly Value[])[]>(
      (prefixes, field) => {
        const values = indexedValues(doc, field)
        return prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]))
      },
      [[]],
    )

  const index: CollectionIndex = {
    spec,
    keys,
    multikey: false,
    add: (id, doc) => {
      const all = tuples(doc)
      if (all.length > 1) index.multikey = true
      for (const values of all) keys.add({ values, id })
    },
    remove: (id, doc) => {
      for (const values of tuples(doc)) keys.delete({ values, id })
    },
    holders: function* (doc) {
      for (const values of tuples(doc)) {
        for (const key of keys.from({ values })) {
          if (!startsWith(key.values, values)) break
          yield key.id as string
        }
      }
    },
    texts: (doc) => tuples(doc).map((values) => stringifyEjson(values)),
  }
  return index
}

export const startsWith = (values: IndexKey['values'], prefix: IndexKey['values']): boolean =>
  prefix.every((value, at) => compareValues(values[at], value) === 0)

const indexedValues = (doc: Doc, field: readonly string[]): readonly Value[] => {
  const { values } = reach(doc, field)
  if (values.length === 1 && !Array.isArray(values[0])) return values
  const flat = values.flatMap((value) => (Array.isArray(value) ? value : [value]))
  if (flat.length === 0) return [null]
  return flat.filter((value, at) => flat.findIndex((other) => compareValues(other, value) === 0) === at)
}

const compareKeys =
  (directions: readonly number[]) =>
  (a: IndexKey, b: IndexKey): number => {
    const shared = Math.min(a.values.length, b.values.length)
    for (let at = 0; at < shared; at += 1) {
      const [x, y] = [a.values[at], b.values[at]]
      if (x === after || y === after) {
        if (x === y) continue
        return x === after ? 1 : -1
      }
      const order = compareValues(x, y)
      if (order !== 0) return order * (directions[at] ?? 1)
    }
    if (a.values.length !== b.values.length) return a.values.length - b.values.length
    if (a.id === b.id) return 0
    if (a.id === undefined) return -1
    if (b.id === undefined) return 1
    return a.id < b.id ? -1 : 1
  }
