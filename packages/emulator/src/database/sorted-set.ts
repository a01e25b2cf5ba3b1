import { createRequire } from 'node:module'
import type BTreeClass from 'sorted-btree'

// The package is CommonJS with a default export, which Node, esbuild and vitest each unwrap differently on import.
const BTree = createRequire(import.meta.url)('sorted-btree').default as typeof BTreeClass

/** A set of keys in order, logarithmic in all it does. */
export interface SortedSet<K> {
  add(key: K): void
  delete(key: K): void
  /** Keys from `low` upwards, `low` included where present. */
  from(low: K | undefined): Iterable<K>
  /** Keys from `high` downwards, `high` excluded. */
  downFrom(high: K | undefined): Iterable<K>
  readonly size: number
}

export const createSortedSet = <K>(compare: (a: K, b: K) => number): SortedSet<K> => {
  const tree = new BTree<K, undefined>(undefined, compare)
  return {
    add: (key) => void tree.set(key, undefined),
    delete: (key) => void tree.delete(key),
    from: (low) => tree.keys(low),
    downFrom: function* (high) {
      for (const [key] of tree.entriesReversed(high, undefined, true)) yield key
    },
    get size() {
      return tree.size
    },
  }
}
