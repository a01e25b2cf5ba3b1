import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { CloudError } from '../cloud-error.ts'
import { packageRoot } from '../package-root.ts'
import { type EmulatorContext, RawReply, type Service } from '../service.ts'
import { createClientDatabase } from './client-database.ts'

/** `wx.cloud` for browsers and for hosts of a weapp: the script, and the database behind it with permissions. */
export const clientService = (context: EmulatorContext): Service => {
  const act = createClientDatabase(context)
  let script: Promise<string> | undefined
  return {
    name: 'client',
    about: 'wx.cloud for browsers: callFunction, the database under its permissions, files. No watch(), no CDN.',
    routes: [
      {
        method: 'GET',
        path: '/client/wx-cloud.js',
        about: 'The script: defines wxCloud(user), an object like wx.cloud, as global and as ES module default.',
        handle: async () => {
          script ??= bundleScript()
          return new RawReply(await script, 'text/javascript; charset=utf-8')
        },
      },
      {
        method: 'POST',
        path: '/client/database',
        about:
          'A request of the database SDK as the user in x-emulator-user: { action, collectionName, query, … }, EJSON texts.',
        handle: async ({ body, user }) => {
          const requestId = randomUUID()
          const startedAt = context.clock.now()
          const tell = (ok: boolean, outcome: unknown) =>
            context.events.add({
              at: startedAt,
              from: 'client',
              to: 'database',
              kind: 'call',
              name: `${String(body.action).replace('database.', '')} ${String(body.collectionName ?? '')}`,
              requestId,
              ok,
              ...(user === undefined ? {} : { user: user.name }),
              detail: { query: body.query, data: body.data, outcome },
            })
          try {
            const reply = await act(body.action, body, user)
            tell(true, undefined)
            return { requestId, ...reply }
          } catch (error) {
            tell(false, (error as Error).message)
            if (error instanceof CloudError) return { requestId, code: error.code, message: error.message }
            throw error
          }
        },
      },
    ],
  }
}

/** Made on first request: it needs the database SDK for browsers, which nobody else here does. */
const bundleScript = async (): Promise<string> => {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [join(packageRoot, 'src/client/script/wx-cloud.ts')],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2020',
    write: false,
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}
