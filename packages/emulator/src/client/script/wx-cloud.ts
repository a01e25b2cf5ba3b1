/// <reference lib="dom" />
import { Db } from '@cloudbase/database'

/** What `wx.cloud` offers a page, spoken to the emulator. */
export interface WxCloud {
  callFunction(options: {
    readonly name: string
    readonly data?: unknown
  }): Promise<{ result: unknown; requestID: string; errMsg: string }>
  database(): WxDatabase
  uploadFile(options: {
    readonly cloudPath: string
    readonly filePath?: Blob
    readonly fileContent?: Blob | ArrayBuffer
  }): Promise<{ fileID: string }>
  getTempFileURL(options: { readonly fileList: readonly string[] }): Promise<{ fileList: readonly unknown[] }>
  deleteFile(options: { readonly fileList: readonly string[] }): Promise<{ fileList: readonly unknown[] }>
  /** Stands for data that the phone would exchange; getOpenData() in a function opens it. */
  CloudID(data: unknown): string
}

/** The error of a refused call, with WeChat's fields. */
export class WxCloudError extends Error {
  readonly errCode: number
  readonly errMsg: string

  constructor(errCode: number, errMsg: string) {
    super(errMsg)
    this.errCode = errCode
    this.errMsg = errMsg
  }
}

/**
 * `wx.cloud` as the test user `user`, at the emulator that served this script or at `address`.
 *
 * ```js
 * import wxCloud from 'http://127.0.0.1:9500/client/wx-cloud.js'
 * const cloud = wxCloud('li')
 * await cloud.callFunction({ name: 'order', data: { action: 'place' } })
 * ```
 */
export const wxCloud = (user: string, address: string = new URL('/', import.meta.url).origin): WxCloud => {
  const headers = { 'x-emulator-user': encodeURIComponent(user) }
  const post = async (path: string, body: unknown) => {
    const init = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(`${address}${path}`, init)
    return (await response.json()) as Answer
  }
  return {
    callFunction: async ({ name, data = {} }) => {
      const answer = await post('/client/call', { name, data })
      if (answer.errCode !== undefined) throw new WxCloudError(answer.errCode, String(answer.errMsg))
      return answer as unknown as { result: unknown; requestID: string; errMsg: string }
    },
    database: () => database((action, data) => post('/client/database', { ...(data as object), action })),
    uploadFile: async ({ cloudPath, filePath, fileContent }) => {
      const path = cloudPath.split('/').map(encodeURIComponent).join('/')
      const body = filePath ?? fileContent ?? new Blob()
      const response = await fetch(`${address}/client/file/${path}`, { method: 'PUT', headers, body })
      const answer = (await response.json()) as Answer
      if (!response.ok) throw new WxCloudError(-503001, `uploadFile:fail ${String(answer.error)}`)
      return answer as unknown as { fileID: string }
    },
    getTempFileURL: ({ fileList }) => post('/client/files/urls', { fileList }) as Promise<never>,
    deleteFile: ({ fileList }) => post('/client/files/delete', { fileList }) as Promise<never>,
    CloudID: (data) => `emulator:${btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(data))))}`,
  }
}

export default wxCloud
Object.assign(globalThis, { wxCloud })

interface Answer {
  readonly code?: string
  readonly message?: string
  readonly errCode?: number
  readonly [field: string]: unknown
}

type Send = (action: string, data: unknown) => Promise<Answer>

// biome-ignore lint/suspicious/noExplicitAny: wx.cloud's database is untyped by nature, as documents are
type WxDatabase = any

const errCodes: Readonly<Record<string, number>> = {
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  INVALID_PARAM: -501007,
}

Db.reqClass = class {
  readonly #send: Send

  constructor(config: { readonly send: Send }) {
    this.#send = config.send
  }

  async send(action: string, data: unknown) {
    const answer = await this.#send(action, data)
    if (answer.code === undefined) return answer
    const errCode = errCodes[answer.code] ?? -501001
    throw new WxCloudError(errCode, `${errCode} ${answer.message}`)
  }
} as never

/** The SDK's database with the calling style of wx.cloud: `add({ data })`, one document from `doc().get()`. */
const database = (send: Send): WxDatabase => {
  // Each object of the SDK makes its own requester from this configuration.
  const db: WxDatabase = new Db({ send })
  return {
    command: db.command,
    Geo: db.Geo,
    RegExp: db.RegExp,
    serverDate: db.serverDate,
    collection: (name: string) => wrapCollection(db.collection(name)),
  }
}

const wrapCollection = (collection: WxDatabase): WxDatabase => ({
  ...wrapQuery(collection),
  doc: (id: unknown) => wrapDocument(collection.doc(id), id),
  aggregate: () => wrapAggregate(collection.aggregate()),
  add: async ({ data }: { data: unknown }) => {
    const { id } = await collection.add(data)
    return { _id: id, errMsg: 'collection.add:ok' }
  },
})

const wrapQuery = (query: WxDatabase): WxDatabase => ({
  ...Object.fromEntries(
    ['where', 'orderBy', 'limit', 'skip', 'field'].map((name) => [
      name,
      (...args: unknown[]) => wrapQuery(query[name](...args)),
    ]),
  ),
  get: async () => ({ data: (await query.get()).data, errMsg: 'collection.get:ok' }),
  count: async () => ({ total: (await query.count()).total, errMsg: 'collection.count:ok' }),
  update: async ({ data }: { data: unknown }) => ({
    stats: { updated: (await query.update(data)).updated },
    errMsg: 'collection.update:ok',
  }),
  remove: async () => ({ stats: { removed: (await query.remove()).deleted }, errMsg: 'collection.remove:ok' }),
})

const wrapDocument = (document: WxDatabase, id: unknown): WxDatabase => ({
  field: (projection: unknown) => wrapDocument(document.field(projection), id),
  get: async () => {
    const { data } = await document.get()
    if (data.length === 0)
      throw new WxCloudError(-1, `document.get:fail document with _id ${String(id)} does not exist`)
    return { data: data[0], errMsg: 'document.get:ok' }
  },
  set: async ({ data }: { data: unknown }) => {
    const { updated, upsertedId } = await document.set(data)
    return { _id: id, stats: { updated, created: upsertedId === undefined ? 0 : 1 }, errMsg: 'document.set:ok' }
  },
  update: async ({ data }: { data: unknown }) => ({
    stats: { updated: (await document.update(data)).updated },
    errMsg: 'document.update:ok',
  }),
  remove: async () => ({ stats: { removed: (await document.remove()).deleted }, errMsg: 'document.remove:ok' }),
})

const wrapAggregate = (aggregate: WxDatabase): WxDatabase =>
  new Proxy(aggregate, {
    get: (target, name) => {
      if (name === 'end') return async () => ({ list: (await target.end()).data, errMsg: 'collection.aggregate:ok' })
      return (...args: unknown[]) => wrapAggregate(target[name](...args))
    },
  })
