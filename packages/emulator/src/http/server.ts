import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpError, RawReply, type RouteRequest } from '../service.ts'
import type { Users } from '../users/users.ts'
import { allowLocalPages } from './cors.ts'
import { parseJsonObject } from './parse-json.ts'
import { readBody } from './read-body.ts'
import type { Router } from './router.ts'

export interface HttpDoor {
  readonly router: Router
  readonly users: Users
  /** Answers `POST /admin`, given the whole body. */
  readonly admin: (request: IncomingMessage, bytes: Buffer) => Promise<RawReply>
}

export interface HttpServer {
  readonly address: string
  close(): Promise<void>
}

/** One server on 127.0.0.1 for the SDK, the clients and the steering. Rejects with a PortInUseError. */
export const listen = (port: number, door: HttpDoor): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    answer(door, request, response).catch((error: unknown) => fail(response, error))
  })
  // A short one closes connections just as a page or a test is about to use them again.
  server.keepAliveTimeout = 60_000
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortInUseError(port, error) : error),
    )
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error')
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      resolve({ address, close: () => closeServer(server) })
    })
  })
}

export class PortInUseError extends Error {
  override readonly name = 'PortInUseError'

  constructor(port: number, cause: Error) {
    super(`port ${port} is taken: end the program that uses it, or choose another with --port`, { cause })
  }
}

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const answer = async (door: HttpDoor, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://emulator')
  if (!allowLocalPages(request, response)) throw new HttpError(403, 'only pages of this machine may call the emulator')
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  if (url.pathname === '/admin') {
    if (request.method !== 'POST') throw new HttpError(405, '/admin is for wx-server-sdk and takes POST')
    send(response, await door.admin(request, await readBody(request)))
    return
  }
  const match = door.router.find(request.method ?? 'GET', url.pathname)
  if (match === undefined) {
    const methods = door.router.methods(url.pathname)
    if (methods.length > 0) throw new HttpError(405, `${url.pathname} takes ${methods.join(', ')}`)
    throw new HttpError(404, `there is no ${url.pathname}; /__emulator lists what there is`)
  }
  // Uploads are binary and may be larger than any JSON.
  const contentType = request.headers['content-type'] ?? ''
  const isUpload = request.method === 'PUT' || contentType.startsWith('multipart/')
  const bytes = await readBody(request, isUpload ? uploadLimit : undefined)
  const isJson = request.method === 'POST' && !/octet-stream|multipart|xml/.test(contentType)
  const name = header(request, 'x-emulator-user') ?? url.searchParams.get('user') ?? undefined
  const user = name === undefined || name === '' ? undefined : door.users.get(decodeURIComponent(name))
  const routeRequest: RouteRequest = {
    path: url.pathname,
    params: match.params,
    query: url.searchParams,
    body: isJson ? parseJsonObject(bytes) : {},
    bytes,
    ...(user === undefined ? {} : { user }),
    request,
    response,
  }
  const value = await match.route.handle(routeRequest)
  if (value === undefined) {
    if (!response.headersSent && !response.writableEnded) response.writeHead(204).end()
    return
  }
  send(response, value instanceof RawReply ? value : json(200, value))
}

const uploadLimit = 200 * 1024 * 1024

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const json = (status: number, value: unknown) =>
  new RawReply(JSON.stringify(value), 'application/json; charset=utf-8', status)

const send = (response: ServerResponse, reply: RawReply) => {
  response.writeHead(reply.status, { 'content-type': reply.contentType, ...reply.headers })
  response.end(reply.body)
}

const fail = (response: ServerResponse, error: unknown) => {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const status = error instanceof HttpError ? error.status : 500
  const message = error instanceof Error ? error.message : String(error)
  if (status === 413) response.setHeader('connection', 'close')
  send(response, json(status, { error: message }))
}
