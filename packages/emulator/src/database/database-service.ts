import { randomUUID } from 'node:crypto'
import type { ActionHandler, EmulatorContext, SdkCall, Service } from '../service.ts'
import { runPipeline } from './aggregate/run-pipeline.ts'
import type { Collection } from './collection.ts'
import { collectionMissing, invalidParam, transactionGone } from './database-errors.ts'
import { databaseRoutes } from './database-routes.ts'
import { parseDoc, parseEjson, stringifyEjson } from './ejson.ts'
import { createOperations, type Operations } from './operations.ts'
import { seed } from './seed.ts'
import { parseSort } from './sort.ts'
import { createStore, type Store } from './store.ts'
import type { Transaction } from './transaction.ts'
import { createTraps } from './traps.ts'
import type { Doc } from './values.ts'

export interface DatabaseService extends Service {
  readonly store: Store
  readonly operations: Operations
  /** Finds a collection, or makes it where the project lists none. */
  collection(name: unknown): Collection
}

// https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/read.html
const defaultLimit = 100
const largestLimit = 1000
const transactionLifeMs = 30_000

/** The document database: queries, updates, indexes, transactions, durable with a data folder. */
export const databaseService = (context: EmulatorContext): DatabaseService => {
  const { clock, events, project } = context
  const store = createStore(context.journal('database'))
  const operations = createOperations(store, clock.now)
  const traps = createTraps(context)

  const collection = (name: unknown): Collection => {
    if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing')
    if (store.hasCollection(name)) return store.collection(name)
    if (project.collections !== undefined) throw collectionMissing(name)
    context.log(`collection ${name} came into being; in the cloud you have to make it in the console first`)
    return store.addCollection(name)
  }

  const transactionOf = ({ body }: SdkCall): Transaction | undefined => {
    if (body.transactionId === undefined || body.transactionId === '') return undefined
    const transaction = store.open(String(body.transactionId))
    if (transaction === undefined) throw transactionGone()
    return transaction
  }

  /** Any failed write ends its transaction, as in the database. */
  const inTransaction = async <T>(transaction: Transaction | undefined, act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (transaction?.state === 'open') store.abort(transaction)
      throw error
    }
  }

  const handlers: Readonly<Record<string, (call: SdkCall) => Promise<Reply> | Reply>> = {
    addCollection: ({ body }) => {
      if (typeof body.collectionName !== 'string') throw invalidParam('collectionName is missing')
      if (store.hasCollection(body.collectionName))
        throw invalidParam(`[ResourceInUse] Db or Table already exist: ${body.collectionName}`)
      store.addCollection(body.collectionName)
      return { data: {} }
    },
    insertDocument: async (call) => {
      const transaction = transactionOf(call)
      const docs = Array.isArray(call.body.data) ? call.body.data.map(parseDoc) : [parseDoc(call.body.data)]
      const into = collection(call.body.collectionName)
      const ids = await inTransaction(transaction, () => operations.insert(into, docs, transaction))
      return { data: { insertedIds: ids.map(idToWire) } }
    },
    getDocument: (call) => {
      const { body } = call
      const transaction = transactionOf(call)
      const isDoc = body.queryType === 'DOC'
      const limit = isDoc ? 1 : Math.min(toCount(body.limit) ?? defaultLimit, largestLimit)
      const skip = toCount(body.offset) ?? 0
      const projection = body.projection === undefined ? undefined : parseDoc(body.projection)
      const find = {
        query: parseDoc(body.query),
        sort: parseSort(typeof body.order === 'string' ? parseEjson(body.order) : body.order),
        skip,
        limit,
        projection,
      }
      const list = operations.findTexts(collection(body.collectionName), find, transaction)
      return isDoc ? { data: { list } } : { data: { list }, limit, offset: skip, total: list.length }
    },
    calculateDocument: (call) => {
      traps.outsideTransaction(call)
      return { data: { total: operations.count(collection(call.body.collectionName), parseDoc(call.body.query)) } }
    },
    modifyDocument: (call) => modify(call, false),
    modifyAndReturnDoc: (call) => modify(call, true),
    removeDocument: async (call) => {
      const transaction = transactionOf(call)
      traps.outsideTransaction(call)
      traps.wholeCollection(call)
      const from = collection(call.body.collectionName)
      const multi = call.body.queryType !== 'DOC' && call.body.multi !== false
      const query = parseDoc(call.body.query)
      const deleted = await inTransaction(transaction, () => operations.remove(from, query, multi, transaction))
      return { data: { deleted } }
    },
    aggregateDocuments: async ({ body }) => {
      const stages = (Array.isArray(body.stages) ? body.stages : []).map(toStage)
      const from = collection(body.collectionName)
      const docs = await runPipeline(from, stages, { operations, collection, nowMs: clock.now() })
      return { data: { list: docs.map(stringifyEjson) } }
    },
    startTransaction: (call) => {
      const transaction = store.begin(randomUUID(), call.from?.requestId)
      const cancel = clock.after(transactionLifeMs, () => {
        if (transaction.state === 'open') store.abort(transaction)
      })
      void transaction.ended.then(cancel)
      return { transactionId: transaction.id }
    },
    commitTransaction: (call) => {
      store.commit(needed(transactionOf(call)))
      return {}
    },
    abortTransaction: (call) => {
      store.abort(needed(transactionOf(call)))
      return {}
    },
  }

  const modify = async (call: SdkCall, returnsDoc: boolean): Promise<Reply> => {
    const { body } = call
    const transaction = transactionOf(call)
    traps.outsideTransaction(call)
    traps.wholeCollection(call)
    const into = collection(body.collectionName)
    const query = parseDoc(body.query)
    const data = parseDoc(body.data)
    const result = await inTransaction(transaction, () =>
      body.merge === false && !Object.keys(data).some((key) => key.startsWith('$'))
        ? operations.replace(into, query, data, body.upsert === true, transaction)
        : operations.update(
            into,
            query,
            data,
            { multi: body.multi === true, upsert: body.upsert === true },
            transaction,
          ),
    )
    return {
      data: {
        updated: result.modified,
        ...(result.upsertedId === undefined ? {} : { upsert_id: idToWire(result.upsertedId) }),
        ...(returnsDoc ? { doc: result.doc === undefined ? null : stringifyEjson(result.doc) } : {}),
      },
    }
  }

  /** Tells the timeline of each request, whatever became of it. */
  const observed =
    (name: string, handler: (call: SdkCall) => Promise<Reply> | Reply): ActionHandler =>
    async (call) => {
      const startedAt = clock.now()
      const started = performance.now()
      const tell = (ok: boolean, outcome: unknown) =>
        events.add({
          at: startedAt,
          from: call.from === undefined ? 'sdk' : `function:${call.from.functionName}`,
          to: 'database',
          kind: 'call',
          name: `${name} ${call.body.collectionName ?? ''}`.trim(),
          requestId: call.requestId,
          ...(call.from === undefined ? {} : { parentRequestId: call.from.requestId }),
          ms: performance.now() - started,
          ok,
          detail: describe(call.body, outcome),
        })
      try {
        const reply = await handler(call)
        tell(true, reply.data)
        return reply
      } catch (error) {
        tell(false, error instanceof Error ? error.message : String(error))
        throw error
      }
    }

  const begin = async () => {
    for (const complaint of store.applySpecs(project.collections ?? [])) context.log(complaint)
    await seed(context, collection, operations)
  }

  const service: DatabaseService = {
    name: 'database',
    about:
      'The document database on MongoDB’s rules, in memory, kept in --data-dir: snapshot transactions, unique indexes.',
    store,
    operations,
    collection,
    actions: Object.fromEntries(
      Object.entries(handlers).map(([name, handler]) => [`database.${name}`, observed(name, handler)]),
    ),
    start: async () => {
      store.load()
      await begin()
    },
    reset: async () => {
      store.clear()
      await begin()
    },
  }
  return { ...service, routes: databaseRoutes(context, service) }
}

type Reply = { readonly data?: unknown } & Readonly<Record<string, unknown>>

const needed = (transaction: Transaction | undefined): Transaction => {
  if (transaction === undefined) throw invalidParam('transactionId is missing')
  return transaction
}

const toCount = (value: unknown): number | undefined => {
  const number = Number(value)
  return value === undefined || value === null || !Number.isFinite(number) || number < 0
    ? undefined
    : Math.floor(number)
}

const toStage = (stage: unknown): { key: string; value: unknown } => {
  const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
    throw invalidParam('a stage needs stageKey and stageValue')
  return { key: stageKey, value: parseEjson(stageValue) }
}

/** The SDK takes an id as text or number; other kinds travel as EJSON. */
const idToWire = (id: unknown): unknown => (typeof id === 'string' || typeof id === 'number' ? id : stringifyEjson(id))

/** What the dashboard shows of a request: the interesting fields, parsed, and the outcome. */
const describe = (body: Readonly<Record<string, unknown>>, outcome: unknown): Doc => {
  const detail: Record<string, unknown> = {}
  for (const key of ['query', 'order', 'data', 'limit', 'offset', 'projection', 'stages', 'transactionId'])
    if (body[key] !== undefined) detail[key] = readable(body[key])
  detail.outcome = shortened(outcome)
  return detail
}

const readable = (value: unknown): unknown => {
  // What is nested thousands of levels deep could be parsed but never be shown.
  const isShown = typeof value === 'string' && value.length < 20_000 && value.split(/[[{]/).length < 1000
  if (isShown && /^[{[]/.test(value)) {
    try {
      return JSON.parse(value)
    } catch {
      return value
    }
  }
  return Array.isArray(value) ? value.slice(0, 5).map(readable) : shortened(value)
}

const shortened = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > 2000 ? `${value.slice(0, 2000)}…` : value
  const list = (value as { list?: readonly unknown[] } | undefined)?.list
  return Array.isArray(list) ? { count: list.length, list: list.slice(0, 5).map(readable) } : value
}
