import { type EmulatorContext, HttpError, type Route } from '../service.ts'
import type { FunctionsService } from './functions-service.ts'

/** Steering of the functions, for the dashboard and for tests in other languages. */
export const functionRoutes = (context: EmulatorContext, service: FunctionsService): readonly Route[] => [
  {
    method: 'GET',
    path: '/__emulator/functions',
    about: 'The functions found, with time limit, triggers and processes.',
    handle: () =>
      service.sources().map((source) => ({
        name: source.name,
        entry: source.entry,
        timeoutMs: source.config.timeoutMs,
        triggers: source.config.triggers,
        processes:
          service
            .deployed(source.name)
            ?.pool.processes()
            .map(({ pid }) => pid) ?? [],
      })),
  },
  {
    method: 'POST',
    path: '/__emulator/functions/:name/invoke',
    about: 'Runs a function as nobody, with any SOURCE: { event, source? }. With a user, as that user.',
    handle: ({ params, body, user }) =>
      context.invoke({
        functionName: String(params.name),
        event: body.event ?? {},
        source: typeof body.source === 'string' ? body.source : 'wx_devtools',
        ...(user === undefined ? {} : { caller: { openid: user.openid, appid: context.options.appid } }),
      }),
  },
  {
    method: 'POST',
    path: '/__emulator/functions/:name/kill',
    about: 'Ends the processes of a function as a crash would.',
    handle: ({ params }) => {
      const deployed = service.deployed(String(params.name))
      if (deployed === undefined) throw new HttpError(404, `there is no function ${params.name}`)
      const processes = deployed.pool.processes()
      for (const process of processes) process.kill()
      return { killed: processes.length }
    },
  },
]
