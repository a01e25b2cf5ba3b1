import { existsSync } from 'node:fs'
import sirv from 'sirv'
import { HttpError, RawReply, type Route, type ServiceFactory } from '../service.ts'

/**
 * Static hosting of one folder at the root of the address, so that a built h5 page and the cloud it talks to share an
 * origin. The cloud's own has a domain, a CDN and redirect rules; this has none of them.
 * https://docs.cloudbase.net/hosting/introduce
 */
export const hostingService: ServiceFactory = ({ options }) => {
  const folder = options.hosting
  if (folder === undefined)
    return { name: 'hosting', about: 'Static pages: none, give --hosting a folder.', routes: [toDashboard] }
  if (!existsSync(folder)) throw new HostingError(folder)
  const serve = sirv(folder, { dev: true })
  return {
    name: 'hosting',
    about: `Static pages at /, from ${folder}.`,
    routes: [
      {
        method: 'GET',
        path: '/*',
        about: 'a file of the hosted folder',
        handle: ({ request, response, path }) =>
          new Promise<void>((resolve, reject) => {
            response.once('close', resolve)
            serve(request, response, () => reject(new HttpError(404, `${path} is not in the hosted folder`)))
          }),
      },
    ],
  }
}

const toDashboard: Route = {
  method: 'GET',
  path: '/',
  about: 'leads to the dashboard',
  handle: () => new RawReply('', 'text/plain', 302, { location: '/__emulator/dashboard' }),
}

class HostingError extends Error {
  override readonly name = 'HostingError'

  constructor(folder: string) {
    super(`the folder to host, ${folder}, does not exist: build the pages first, or correct --hosting`)
  }
}
