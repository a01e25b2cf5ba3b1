import { type EmulatorContext, HttpError, type Route, type RouteRequest } from '../service.ts'
import type { DatabaseService } from './database-service.ts'
import { encodeEjson, parseDoc } from './ejson.ts'
import { parseSort } from './sort.ts'
import type { Doc } from './values.ts'

/** The database browser and editor: EJSON in, EJSON out, without any permission asked. */
export const databaseRoutes = (_context: EmulatorContext, database: DatabaseService): readonly Route[] => {
  const { store, operations } = database
  const named = ({ params }: RouteRequest) => {
    const name = String(params.collection)
    if (!store.hasCollection(name)) throw new HttpError(404, `there is no collection ${name}`)
    return store.collection(name)
  }
  const asQuery = (text: string | null): Doc => (text === null || text === '' ? {} : parseDoc(text))
  return [
    {
      method: 'GET',
      path: '/__emulator/database',
      about: 'The collections with their numbers of documents, indexes and permissions.',
      handle: () =>
        store.collections().map((collection) => ({
          name: collection.name,
          count: operations.count(collection, {}),
          permission: collection.permission,
          indexes: collection.indexes.map(({ spec }) => spec),
        })),
    },
    {
      method: 'POST',
      path: '/__emulator/database',
      about: 'Makes a collection: { name }.',
      handle: ({ body }) => {
        if (typeof body.name !== 'string' || body.name === '')
          throw new HttpError(400, 'name the collection: { "name": … }')
        store.addCollection(body.name)
        return { ok: true }
      },
    },
    {
      method: 'GET',
      path: '/__emulator/database/:collection',
      about: 'Documents as EJSON: ?query={…}&sort={…}&skip=0&limit=50. Answers { total, list }.',
      handle: (request) => {
        const collection = named(request)
        const query = asQuery(request.query.get('query'))
        const found = operations.find(collection, {
          query,
          sort: parseSort(asQuery(request.query.get('sort'))),
          skip: Number(request.query.get('skip') ?? 0),
          limit: Math.min(Number(request.query.get('limit') ?? 50), 1000),
        })
        return { total: operations.count(collection, query), list: found.map(encodeEjson) }
      },
    },
    {
      method: 'POST',
      path: '/__emulator/database/:collection',
      about: 'Adds a document: { doc }. Answers { id }.',
      handle: async (request) => {
        const [id] = await operations.insert(named(request), [parseDoc(request.body.doc)])
        return { id: encodeEjson(id) }
      },
    },
    {
      method: 'PUT',
      path: '/__emulator/database/:collection/:id',
      about: 'Replaces the document with this _id (a text), or makes it. The body is the document as EJSON.',
      handle: async (request) => {
        const { _id, ...doc } = parseDoc(request.bytes.toString('utf8'))
        await operations.replace(named(request), { _id: _id ?? request.params.id }, doc, true)
        return { ok: true }
      },
    },
    {
      method: 'DELETE',
      path: '/__emulator/database/:collection/:id',
      about: 'Removes the document with this _id (a text).',
      handle: async (request) => ({
        removed: await operations.remove(named(request), { _id: request.params.id }, false),
      }),
    },
    {
      method: 'DELETE',
      path: '/__emulator/database/:collection',
      about: 'Empties a collection.',
      handle: async (request) => ({ removed: await operations.remove(named(request), {}, true) }),
    },
  ]
}
