import type { IncomingMessage, ServerResponse } from 'node:http'

const local = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Lets pages of this machine call; a page from elsewhere must not steer somebody's emulator. */
export const allowLocalPages = (request: IncomingMessage, response: ServerResponse): boolean => {
  // A foreign name that resolves to 127.0.0.1 would make a stranger's page "same origin".
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return false
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (!local.test(origin)) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'origin')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE, OPTIONS')
  response.setHeader('access-control-allow-headers', 'content-type, x-emulator-user')
  response.setHeader('access-control-max-age', '600')
  return true
}
