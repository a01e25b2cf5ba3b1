import type { Journal } from '../journal/journal.ts'
import type { CollectionSpec } from '../project/project-file.ts'
import { applySpec, type Collection, createCollection, idKey, type Version } from './collection.ts'
import { collectionMissing, transactionConflict, writeRefused } from './database-errors.ts'
import { parseDoc, stringifyEjson } from './ejson.ts'
import { createTransaction, type Transaction } from './transaction.ts'
import type { Doc, Value } from './values.ts'

/**
 * Documents with versions. Every method is synchronous, so what happens within one call cannot be interleaved; who has
 * to wait for a lock is told by a Wait and tries again.
 */
export interface Store {
  /** Throws the cloud's error when there is none. */
  collection(name: string): Collection
  collections(): readonly Collection[]
  addCollection(name: string): Collection
  hasCollection(name: string): boolean
  dropCollection(name: string): void
  begin(id: string, openedBy: string | undefined): Transaction
  open(id: string): Transaction | undefined
  /** Whether an invocation has a transaction open. */
  hasOpenTransactionOf(requestId: string): boolean
  /** What the transaction, or anybody, sees under a key. */
  read(collection: Collection, key: string, transaction?: Transaction): Doc | undefined
  /** Everything that is seen, in natural order. */
  scan(collection: Collection, transaction?: Transaction): Iterable<readonly [string, Doc]>
  /** Writes one document, `undefined` removing it. Throws Wait when a transaction holds it, CloudError on a conflict. */
  write(
    collection: Collection,
    key: string,
    doc: Doc | undefined,
    duplicate: DuplicateError,
    transaction?: Transaction,
  ): void
  commit(transaction: Transaction): void
  abort(transaction: Transaction): void
  clear(): void
  /** Reads the journal; call once, before anything else. */
  load(): void
  applySpecs(specs: readonly CollectionSpec[]): readonly string[]
}

/** Somebody else's open transaction is in the way of a plain write; try again when it ended. */
export class Wait {
  readonly until: Promise<void>

  constructor(until: Promise<void>) {
    this.until = until
  }
}

export type DuplicateError = (collection: string, index: string) => Error

type JournalRecord =
  | { readonly create: string }
  | { readonly drop: string }
  | { readonly writes: readonly (readonly [collection: string, key: string, text: string | null])[] }

// https://www.mongodb.com/docs/manual/reference/limits/ : the text is somewhat longer than BSON, so this is the stricter.
const largestDocument = 16 * 1024 * 1024

export const createStore = (journal: Journal): Store => {
  const collections = new Map<string, Collection>()
  const transactions = new Map<string, Transaction>()
  /** Written while a transaction was open: what there is to forget when the last one ends. */
  let touched: { readonly collection: Collection; readonly key: string }[] = []
  let seq = 0

  const put = (collection: Collection, key: string, doc: Doc | undefined, text: string, at: number) => {
    const before = collection.versions.get(key)
    for (const index of collection.indexes) {
      if (before?.doc !== undefined) index.remove(key, before.doc)
      if (doc !== undefined) index.add(key, doc)
    }
    // Without open transactions nobody can look back.
    if (doc === undefined && transactions.size === 0) collection.versions.delete(key)
    else {
      if (transactions.size > 0) touched.push({ collection, key })
      const version: Version = { doc, text, seq: at, older: transactions.size === 0 ? undefined : before }
      // A removed document that comes back stands at the end of the natural order.
      if (before !== undefined && before.doc === undefined) collection.versions.delete(key)
      collection.versions.set(key, version)
    }
  }

  const visible = (version: Version | undefined, transaction: Transaction | undefined): Doc | undefined => {
    if (transaction === undefined) return version?.doc
    const limit = snapshot(transaction)
    for (let one = version; one !== undefined; one = one.older) if (one.seq <= limit) return one.doc
    return undefined
  }

  const snapshot = (transaction: Transaction): number => {
    transaction.snapshotSeq ??= seq
    return transaction.snapshotSeq
  }

  const read: Store['read'] = (collection, key, transaction) => {
    const own = transaction?.writes.get(collection)
    if (own?.has(key)) return own.get(key)
    return visible(collection.versions.get(key), transaction)
  }

  const end = (transaction: Transaction, state: 'committed' | 'aborted') => {
    transaction.state = state
    transactions.delete(transaction.id)
    for (const collection of transaction.writes.keys()) {
      for (const [key, holder] of collection.locks) if (holder === transaction) collection.locks.delete(key)
      for (const [key, held] of collection.reservations)
        if (held.transaction === transaction) collection.reservations.delete(key)
    }
    if (transactions.size === 0) {
      for (const { collection, key } of touched) forgetOlder(collection, key)
      touched = []
    }
    transaction.end()
  }

  const fail = (transaction: Transaction): never => {
    end(transaction, 'aborted')
    throw transactionConflict()
  }

  /** First updater wins: who comes second is told at once. */
  const lock = (collection: Collection, key: string, transaction: Transaction) => {
    const holder = collection.locks.get(key)
    if (holder !== undefined && holder !== transaction) fail(transaction)
    if ((collection.versions.get(key)?.seq ?? 0) > snapshot(transaction)) fail(transaction)
    collection.locks.set(key, transaction)
  }

  const checkUnique = (
    collection: Collection,
    key: string,
    doc: Doc,
    duplicate: DuplicateError,
    transaction: Transaction | undefined,
  ) => {
    for (const index of collection.indexes) {
      if (!index.spec.unique) continue
      const texts = index.texts(doc)
      for (const text of texts) {
        const held = collection.reservations.get(`${index.spec.name} ${text}`)
        if (held === undefined || (held.transaction === transaction && held.id === key)) continue
        if (held.transaction === transaction) throw duplicate(collection.name, index.spec.name)
        if (transaction !== undefined) fail(transaction)
        throw new Wait(held.transaction.ended)
      }
      for (const holder of index.holders(doc)) {
        if (holder === key) continue
        const own = transaction?.writes.get(collection)
        const seen = own?.has(holder) ? own.get(holder) : collection.versions.get(holder)?.doc
        if (seen === undefined || !index.texts(seen).some((text) => texts.includes(text))) continue
        if (transaction !== undefined) end(transaction, 'aborted')
        throw duplicate(collection.name, index.spec.name)
      }
    }
  }

  const reserve = (collection: Collection, key: string, doc: Doc | undefined, transaction: Transaction) => {
    for (const [text, held] of collection.reservations)
      if (held.transaction === transaction && held.id === key) collection.reservations.delete(text)
    if (doc === undefined) return
    for (const index of collection.indexes)
      if (index.spec.unique)
        for (const text of index.texts(doc))
          collection.reservations.set(`${index.spec.name} ${text}`, { transaction, id: key })
  }

  const add = (name: string) => {
    const collection = createCollection(name)
    collections.set(name, collection)
    return collection
  }

  return {
    collection: (name) => {
      const found = collections.get(name)
      if (found === undefined) throw collectionMissing(name)
      return found
    },
    collections: () => [...collections.values()],
    hasCollection: (name) => collections.has(name),
    addCollection: (name) => {
      const known = collections.get(name)
      if (known !== undefined) return known
      journal.append({ create: name } satisfies JournalRecord)
      return add(name)
    },
    dropCollection: (name) => {
      journal.append({ drop: name } satisfies JournalRecord)
      collections.delete(name)
    },
    begin: (id, openedBy) => {
      const transaction = createTransaction(id, openedBy)
      transactions.set(id, transaction)
      return transaction
    },
    open: (id) => transactions.get(id),
    hasOpenTransactionOf: (requestId) => {
      for (const { openedBy } of transactions.values()) if (openedBy === requestId) return true
      return false
    },
    read,
    scan: function* (collection, transaction) {
      const own = transaction?.writes.get(collection)
      for (const [key, version] of collection.versions) {
        const doc = own?.has(key) ? own.get(key) : visible(version, transaction)
        if (doc !== undefined) yield [key, doc]
      }
      for (const [key, doc] of own ?? []) if (doc !== undefined && !collection.versions.has(key)) yield [key, doc]
    },
    write: (collection, key, doc, duplicate, transaction) => {
      const text = doc === undefined ? '' : checkedText(doc)
      if (transaction === undefined) {
        const holder = collection.locks.get(key)
        if (holder !== undefined) throw new Wait(holder.ended)
        if (doc !== undefined) checkUnique(collection, key, doc, duplicate, undefined)
        journal.append({ writes: [[collection.name, key, doc === undefined ? null : text]] } satisfies JournalRecord)
        seq += 1
        put(collection, key, doc, text, seq)
        return
      }
      lock(collection, key, transaction)
      const own = transaction.writes.get(collection) ?? new Map<string, Doc | undefined>()
      transaction.writes.set(collection, own)
      if (doc !== undefined) checkUnique(collection, key, doc, duplicate, transaction)
      reserve(collection, key, doc, transaction)
      own.set(key, doc)
    },
    commit: (transaction) => {
      const writes = [...transaction.writes].flatMap(([collection, own]) =>
        [...own].map(([key, doc]) => ({ collection, key, doc, text: doc === undefined ? '' : stringifyEjson(doc) })),
      )
      // One record for all of them: after a crash a transaction is there whole or not at all.
      if (writes.length > 0)
        journal.append({
          writes: writes.map(({ collection, key, doc, text }) => [
            collection.name,
            key,
            doc === undefined ? null : text,
          ]),
        } satisfies JournalRecord)
      seq += 1
      for (const { collection, key, doc, text } of writes) put(collection, key, doc, text, seq)
      end(transaction, 'committed')
    },
    abort: (transaction) => end(transaction, 'aborted'),
    clear: () => {
      for (const transaction of [...transactions.values()]) end(transaction, 'aborted')
      collections.clear()
      journal.rewrite([])
    },
    load: () => {
      let records = 0
      for (const record of journal.replay() as Iterable<JournalRecord>) {
        records += 1
        if ('create' in record) add(record.create)
        else if ('drop' in record) collections.delete(record.drop)
        else for (const [name, key, text] of record.writes) restore(collections.get(name) ?? add(name), key, text)
      }
      const live = [...collections.values()].reduce((sum, { versions }) => sum + versions.size + 1, 0)
      if (records > 1000 && records > live * 2) journal.rewrite(dump(collections.values()))
    },
    applySpecs: (specs) => specs.flatMap((spec) => applySpec(collections.get(spec.name) ?? add(spec.name), spec) ?? []),
  }
}

const checkedText = (doc: Doc): string => {
  const text = stringifyEjson(doc)
  if (text.length > largestDocument / 3 && Buffer.byteLength(text) > largestDocument)
    throw writeRefused(`BSONObj size: ${Buffer.byteLength(text)} is invalid. Size must be between 0 and 16793600(16MB)`)
  return text
}

const restore = (collection: Collection, key: string, text: string | null) => {
  if (text === null) collection.versions.delete(key)
  else collection.versions.set(key, { doc: parseDoc(text), text, seq: 0, older: undefined })
}

function* dump(collections: Iterable<Collection>): Iterable<JournalRecord> {
  for (const collection of collections) {
    yield { create: collection.name }
    for (const [key, { text, doc }] of collection.versions)
      if (doc !== undefined) yield { writes: [[collection.name, key, text]] }
  }
}

/** No transaction looks back any more: forget older versions, and the document if it was removed. */
const forgetOlder = ({ versions }: Collection, key: string) => {
  const version = versions.get(key)
  if (version?.doc === undefined) versions.delete(key)
  else if (version.older !== undefined) versions.set(key, { ...version, older: undefined })
}

export const keyOf = (doc: Doc): string => idKey(doc._id as Value)
