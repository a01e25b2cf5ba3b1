import { CloudError } from '../cloud-error.ts'
import { runPipeline } from '../database/aggregate/run-pipeline.ts'
import type { DatabaseService } from '../database/database-service.ts'
import { parseDoc, parseEjson, stringifyEjson } from '../database/ejson.ts'
import { parseSort } from '../database/sort.ts'
import { type Doc, isPlainObject, type Value } from '../database/values.ts'
import type { EmulatorContext } from '../service.ts'
import type { User } from '../users/users.ts'
import { denied, type Operation, permissionOf } from './permission.ts'

type Body = Readonly<Record<string, unknown>>
type Reply = Readonly<Record<string, unknown>>

// A phone gets 20 documents at most: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/read.html
const clientLimit = 20

/** The database as a phone reaches it: the SDK's own requests, asked for permission, in the user's name. */
export const createClientDatabase = (context: EmulatorContext) => {
  const database = () => context.service<DatabaseService>('database')

  const prepare = (body: Body, operation: Operation, user: User | undefined) => {
    const collection = database().collection(body.collectionName)
    const get = (path: string): Value => {
      const [root, name, id] = path.split('.')
      if (root !== 'database' || name === undefined || id === undefined) return null
      const [found] = database().operations.find(database().collection(name), { query: { _id: id }, limit: 1 })
      return found ?? null
    }
    const permission = permissionOf(collection, operation, { user, nowMs: context.clock.now(), get })
    const given = withOpenid(body.query === undefined ? {} : parseDoc(body.query), user) as Doc
    const query = Object.keys(permission.filter).length === 0 ? given : { $and: [given, permission.filter] }
    return { collection, permission, given, query }
  }

  /** Writes only what the rule allows for each document; a document of somebody else is a refusal, as in the cloud. */
  const checkAll = (prepared: ReturnType<typeof prepare>, request: Doc) => {
    const { collection, permission, given, query } = prepared
    permission.checkQuery(given)
    const { operations } = database()
    const mine = operations.find(collection, { query })
    if (mine.length === 0 && operations.find(collection, { query: given, limit: 1 }).length > 0)
      throw denied('the documents are not yours')
    for (const doc of mine) permission.checkDoc(doc, request)
  }

  const actions: Readonly<Record<string, (body: Body, user: User | undefined) => Promise<Reply> | Reply>> = {
    'database.getDocument': (body, user) => {
      const { collection, permission, given, query } = prepare(body, 'read', user)
      permission.checkQuery(given)
      const limit = Math.min(Number(body.limit ?? clientLimit) || clientLimit, clientLimit)
      const found = database().operations.find(collection, {
        query,
        sort: parseSort(typeof body.order === 'string' ? parseEjson(body.order) : undefined),
        skip: Number(body.offset ?? 0) || 0,
        limit: body.queryType === 'DOC' ? 1 : limit,
      })
      for (const doc of found) permission.checkDoc(doc, {})
      const ids = found.map(({ _id }) => _id)
      const projection = body.projection === undefined ? undefined : parseDoc(body.projection)
      const shown =
        projection === undefined
          ? found
          : ids.flatMap((_id) => database().operations.find(collection, { query: { _id }, projection }))
      return { data: { list: shown.map(stringifyEjson) } }
    },
    'database.calculateDocument': (body, user) => {
      const { collection, permission, given, query } = prepare(body, 'read', user)
      permission.checkQuery(given)
      for (const doc of database().operations.find(collection, { query })) permission.checkDoc(doc, {})
      return { data: { total: database().operations.count(collection, query) } }
    },
    'database.aggregateDocuments': async (body, user) => {
      const { collection, permission } = prepare(body, 'read', user)
      permission.checkQuery({})
      const stages = (Array.isArray(body.stages) ? body.stages : []).map((stage: Body) => ({
        key: String(stage.stageKey),
        value: parseEjson(String(stage.stageValue)),
      }))
      const docs = await runPipeline(collection, [{ key: '$match', value: permission.filter }, ...stages], {
        operations: database().operations,
        collection: database().collection,
        nowMs: context.clock.now(),
      })
      return { data: { list: docs.map(stringifyEjson) } }
    },
    'database.insertDocument': async (body, user) => {
      const { collection, permission } = prepare({ ...body, query: undefined }, 'create', user)
      const docs = (Array.isArray(body.data) ? body.data : [body.data]).map((text) => {
        const doc = parseDoc(text)
        if ('_openid' in doc) throw new CloudError('INVALID_PARAM', 'a client cannot set _openid')
        return { ...doc, ...(user === undefined ? {} : { _openid: user.openid }) }
      })
      for (const doc of docs) permission.checkDoc(doc, { data: doc })
      return { data: { insertedIds: await database().operations.insert(collection, docs) } }
    },
    'database.modifyDocument': async (body, user) => {
      const data = parseDoc(body.data)
      if (JSON.stringify(data).includes('"_openid"'))
        throw new CloudError('INVALID_PARAM', 'a client cannot set _openid')
      const { operations } = database()
      const prepared = prepare(body, 'update', user)
      const exists = operations.find(prepared.collection, { query: prepared.given, limit: 1 }).length > 0
      // doc.set() of what is not there makes it.
      if (!exists && body.upsert === true) {
        const doc = { ...data, ...prepared.given, ...(user === undefined ? {} : { _openid: user.openid }) }
        prepare(body, 'create', user).permission.checkDoc(doc, { data: doc })
        const [id] = await operations.insert(prepared.collection, [doc])
        return { data: { updated: 0, upsert_id: id } }
      }
      checkAll(prepared, { data: isPlainObject(data.$set) ? data.$set : data })
      const { collection, query } = prepared
      if (body.merge !== false)
        return {
          data: {
            updated: (await operations.update(collection, query, data, { multi: body.multi === true, upsert: false }))
              .modified,
          },
        }
      const replacement = { ...data, ...(user === undefined ? {} : { _openid: user.openid }) }
      return { data: { updated: (await operations.replace(collection, query, replacement, false)).modified } }
    },
    'database.removeDocument': async (body, user) => {
      const prepared = prepare(body, 'delete', user)
      checkAll(prepared, {})
      const deleted = await database().operations.remove(prepared.collection, prepared.query, body.multi === true)
      return { data: { deleted } }
    },
  }

  return async (action: unknown, body: Body, user: User | undefined): Promise<Reply> => {
    const handler = typeof action === 'string' && Object.hasOwn(actions, action) ? actions[action] : undefined
    if (handler === undefined) throw new CloudError('INVALID_PARAM', `a client cannot ${String(action)}`)
    return handler(body, user)
  }
}

/** `'{openid}'` in a query stands for the caller. */
const withOpenid = (value: Value, user: User | undefined): Value => {
  if (value === '{openid}') return user?.openid ?? null
  if (Array.isArray(value)) return value.map((item) => withOpenid(item, user))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withOpenid(item, user)]))
}
