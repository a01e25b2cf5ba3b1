import { randomBytes } from 'node:crypto'
import { type Collection, idKey } from './collection.ts'
import { duplicateKey, duplicateKeyOnUpdate, writeRefused } from './database-errors.ts'
import { stringifyEjson } from './ejson.ts'
import { distance, nearOptions, pointOf } from './geo.ts'
import { compileQuery } from './match.ts'
import { project } from './projection.ts'
import { planScan } from './query-plan.ts'
import { compareBy, type SortKey } from './sort.ts'
import { keyOf, type Store, Wait } from './store.ts'
import type { Transaction } from './transaction.ts'
import { applyUpdate, resolveServerDates } from './update.ts'
import { type Doc, isPlainObject, ServerDate, type Value } from './values.ts'

export interface Find {
  readonly query: Doc
  readonly sort?: readonly SortKey[]
  readonly skip?: number
  readonly limit?: number
  readonly projection?: Doc | undefined
}

/** What functions do with documents, over the store: queries, and writes that wait for locks. */
export interface Operations {
  /** The documents as EJSON text. */
  findTexts(collection: Collection, find: Find, transaction?: Transaction): string[]
  find(collection: Collection, find: Find, transaction?: Transaction): Doc[]
  count(collection: Collection, query: Doc): number
  insert(collection: Collection, docs: readonly Doc[], transaction?: Transaction): Promise<Value[]>
  update(
    collection: Collection,
    query: Doc,
    update: Doc,
    options: UpdateChoice,
    transaction?: Transaction,
  ): Promise<UpdateResult>
  /** doc.set(): replaces the whole document, or makes it. */
  replace(
    collection: Collection,
    query: Doc,
    doc: Doc,
    upsert: boolean,
    transaction?: Transaction,
  ): Promise<UpdateResult>
  remove(collection: Collection, query: Doc, multi: boolean, transaction?: Transaction): Promise<number>
}

export interface UpdateChoice {
  readonly multi: boolean
  readonly upsert: boolean
}

export interface UpdateResult {
  readonly matched: number
  /** Documents that are different now. */
  readonly modified: number
  readonly upsertedId?: Value
  /** The last document written, as it is now. */
  readonly doc?: Doc
}

export const createOperations = (store: Store, now: () => number): Operations => {
  const select = (collection: Collection, find: Find, transaction: Transaction | undefined): Doc[] => {
    const query = resolveServerDates(find.query, now()) as Doc
    const sort = find.sort ?? []
    const wanted = find.limit === undefined ? Infinity : (find.skip ?? 0) + find.limit
    const near = nearOf(query)
    const matches = compileQuery(query)
    const { docs, sorted } = candidates(store, collection, query, sort, transaction)
    const stopsEarly = near === undefined && (sorted || sort.length === 0)
    const found: Doc[] = []
    for (const doc of docs) {
      if (!matches(doc)) continue
      found.push(doc)
      if (stopsEarly && found.length >= wanted) break
    }
    if (sort.length > 0 && !sorted) found.sort(compareBy(sort))
    else if (near !== undefined && sort.length === 0) found.sort(byDistance(near))
    return find.skip || find.limit !== undefined ? found.slice(find.skip ?? 0, wanted) : found
  }

  const textOf = (collection: Collection, doc: Doc) => {
    const version = collection.versions.get(keyOf(doc))
    return version?.doc === doc ? version.text : stringifyEjson(doc)
  }

  /** The documents to write, each looked at again after a wait, for it may have changed meanwhile. */
  const eachMatch = async (
    collection: Collection,
    query: Doc,
    multi: boolean,
    transaction: Transaction | undefined,
    act: (doc: Doc, key: string) => void,
  ): Promise<number> => {
    const resolved = resolveServerDates(query, now()) as Doc
    const matches = compileQuery(resolved)
    const found = select(collection, { query: resolved, ...(multi ? {} : { limit: 1 }) }, transaction)
    let matched = 0
    for (const { _id } of found) {
      const key = idKey(_id)
      await patiently(() => {
        const doc = store.read(collection, key, transaction)
        if (doc === undefined || !matches(doc)) return
        act(doc, key)
        matched += 1
      })
    }
    return matched
  }

  const insertOne = (collection: Collection, given: Doc, transaction: Transaction | undefined): Promise<Value> => {
    const doc = resolveServerDates(withId(given), now()) as Doc
    checkFields(doc)
    const key = keyOf(doc)
    return patiently(() => {
      // Locks first: an uncommitted insert of the same id is waited for, or a conflict, not a duplicate.
      const holder = collection.locks.get(key)
      if (holder !== undefined && holder !== transaction && transaction === undefined) throw new Wait(holder.ended)
      if (holder === undefined || holder === transaction) {
        const exists = store.read(collection, key, transaction) !== undefined || isThere(collection, key, transaction)
        if (exists) {
          if (transaction !== undefined) store.abort(transaction)
          throw duplicateKey(collection.name, '_id_')
        }
      }
      store.write(collection, key, doc, duplicateKey, transaction)
      return doc._id
    })
  }

  return {
    find: (collection, find, transaction) =>
      select(collection, find, transaction).map((doc) => project(doc, find.projection)),
    findTexts: (collection, find, transaction) =>
      select(collection, find, transaction).map((doc) =>
        find.projection === undefined ? textOf(collection, doc) : stringifyEjson(project(doc, find.projection)),
      ),
    count: (collection, query) => select(collection, { query }, undefined).length,
    insert: async (collection, docs, transaction) => {
      const ids: Value[] = []
      for (const doc of docs) ids.push(await insertOne(collection, doc, transaction))
      return ids
    },
    update: async (collection, query, update, { multi, upsert }, transaction) => {
      let modified = 0
      let last: Doc | undefined
      const matched = await eachMatch(collection, query, multi, transaction, (doc, key) => {
        const next = applyUpdate(doc, update, { nowMs: now(), query })
        last = next
        // Even a write without effect takes the lock in a transaction, as in the database.
        if (next !== doc || transaction !== undefined)
          store.write(collection, key, next, duplicateKeyOnUpdate, transaction)
        if (next !== doc) modified += 1
      })
      if (matched > 0 || !upsert) return { matched, modified, ...(last === undefined ? {} : { doc: last }) }
      const base = withId(equalities(query))
      const doc = applyUpdate(base, update, { nowMs: now(), query, inserting: true })
      const upsertedId = await insertOne(collection, doc, transaction)
      return { matched: 0, modified: 0, upsertedId, doc }
    },
    replace: async (collection, query, given, upsert, transaction) => {
      let doc: Doc | undefined
      const matched = await eachMatch(collection, query, false, transaction, (old, key) => {
        doc = { _id: old._id, ...(resolveServerDates(given, now()) as Doc) }
        checkFields(doc)
        store.write(collection, key, doc, duplicateKeyOnUpdate, transaction)
      })
      if (doc !== undefined) return { matched, modified: matched, doc }
      if (!upsert) return { matched: 0, modified: 0 }
      const upsertedId = await insertOne(collection, { ...equalities(query), ...given }, transaction)
      return { matched: 0, modified: 0, upsertedId }
    },
    remove: (collection, query, multi, transaction) =>
      eachMatch(collection, query, multi, transaction, (_, key) =>
        store.write(collection, key, undefined, duplicateKey, transaction),
      ),
  }
}

/** Repeats an attempt until nobody's open transaction is in its way. */
const patiently = async <T>(attempt: () => T): Promise<T> => {
  for (;;) {
    try {
      return attempt()
    } catch (obstacle) {
      if (!(obstacle instanceof Wait)) throw obstacle
      await obstacle.until
    }
  }
}

const candidates = (
  store: Store,
  collection: Collection,
  query: Doc,
  sort: readonly SortKey[],
  transaction: Transaction | undefined,
): { docs: Iterable<Doc>; sorted: boolean } => {
  const ids = idsOf(query)
  if (ids !== undefined) return { docs: byKeys(store, collection, ids.map(idKey), transaction), sorted: false }
  // An index shows what is committed now, not what a snapshot sees.
  const scan = transaction === undefined ? planScan(query, collection.indexes, sort) : undefined
  if (scan !== undefined)
    return { docs: byKeys(store, collection, scan.ids(), undefined), sorted: scan.sorted && sort.length > 0 }
  return { docs: everything(store, collection, transaction), sorted: false }
}

function* everything(store: Store, collection: Collection, transaction: Transaction | undefined): Iterable<Doc> {
  for (const [, doc] of store.scan(collection, transaction)) yield doc
}

function* byKeys(
  store: Store,
  collection: Collection,
  keys: Iterable<string>,
  transaction: Transaction | undefined,
): Iterable<Doc> {
  const seen = new Set<string>()
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    const doc = store.read(collection, key, transaction)
    if (doc !== undefined) yield doc
  }
}

const idsOf = ({ _id: id }: Doc): readonly Value[] | undefined => {
  if (id === undefined) return undefined
  if (!isPlainObject(id)) return typeof id === 'object' && id !== null && !('hex' in id) ? undefined : [id]
  if (Object.keys(id).length !== 1) return undefined
  if ('$eq' in id) return [id.$eq]
  return Array.isArray(id.$in) ? id.$in : undefined
}

const isThere = (collection: Collection, key: string, transaction: Transaction | undefined) => {
  const own = transaction === undefined ? undefined : transaction.writes.get(collection)
  // Removed by the transaction itself: the id is free again within it.
  if (own?.has(key)) return own.get(key) !== undefined
  return collection.versions.get(key)?.doc !== undefined && transaction === undefined
}

const withId = (doc: Doc): Doc =>
  doc._id === undefined || doc._id === null ? { _id: randomBytes(16).toString('hex'), ...doc } : doc

/** The plain equalities of a query, which an upsert puts into the document it makes. */
const equalities = (query: Doc): Doc =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => {
      if (key.startsWith('$') || value instanceof ServerDate) return []
      if (!isPlainObject(value) || !Object.keys(value).some((name) => name.startsWith('$'))) return [[key, value]]
      return '$eq' in value ? [[key, value.$eq]] : []
    }),
  )

const checkFields = (doc: Doc) => {
  for (const key of Object.keys(doc))
    if (key.startsWith('$'))
      throw writeRefused(`The dollar ($) prefixed field '${key}' in '${key}' is not valid for storage.`)
}

type Near = ReturnType<typeof nearOptions> & { readonly field: string }

const nearOf = (query: Doc): Near | undefined => {
  for (const [field, value] of Object.entries(query)) {
    const operand = isPlainObject(value) ? (value.$nearSphere ?? value.$near) : undefined
    if (operand !== undefined) return { field, ...nearOptions(operand) }
  }
  return undefined
}

const byDistance = ({ field, near }: Near) => {
  const metres = (doc: Doc) => {
    const point = pointOf(doc[field])
    return point === undefined ? Infinity : distance(point, near)
  }
  return (a: Doc, b: Doc) => metres(a) - metres(b)
}
