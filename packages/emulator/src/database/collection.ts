import type { CollectionSpec } from '../project/project-file.ts'
import { type CollectionIndex, createIndex } from './collection-index.ts'
import { stringifyEjson } from './ejson.ts'
import type { Transaction } from './transaction.ts'
import type { Doc, Value } from './values.ts'

/** A committed version of a document, newest first; older ones are kept only while a transaction may look at them. */
export interface Version {
  /** Undefined once removed. */
  readonly doc: Doc | undefined
  /** The document as the SDK gets it, kept so that reading costs nothing. */
  readonly text: string
  /** Number of the commit that made it. */
  readonly seq: number
  readonly older: Version | undefined
}

export interface Collection {
  readonly name: string
  permission: CollectionSpec['permission']
  /** By key of `_id`, in order of insertion, which is the natural order of a query. */
  readonly versions: Map<string, Version>
  indexes: CollectionIndex[]
  /** Documents that an open transaction has written. */
  readonly locks: Map<string, Transaction>
  /** Unique keys that an open transaction will bring, as `index text`. */
  readonly reservations: Map<string, { readonly transaction: Transaction; readonly id: string }>
}

export const createCollection = (name: string): Collection => ({
  name,
  permission: 'ADMINONLY',
  versions: new Map(),
  indexes: [],
  locks: new Map(),
  reservations: new Map(),
})

/** Applies what the project says about a collection; returns a complaint when a unique index cannot hold. */
export const applySpec = (collection: Collection, spec: CollectionSpec): string | undefined => {
  collection.permission = spec.permission
  collection.indexes = spec.indexes.map(createIndex)
  let complaint: string | undefined
  for (const [id, { doc }] of collection.versions) {
    if (doc === undefined) continue
    for (const index of collection.indexes) {
      const held = index.spec.unique && !index.holders(doc)[Symbol.iterator]().next().done
      if (held)
        complaint ??= `collection ${collection.name}: documents repeat a key of the unique index ${index.spec.name}`
      index.add(id, doc)
    }
  }
  return complaint
}

/** Two ids are the same only if type and value are: `1` is not `"1"`. */
export const idKey = (id: Value): string => (typeof id === 'string' ? `s${id}` : `j${stringifyEjson(id)}`)
