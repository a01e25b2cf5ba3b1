import { type EmulatorContext, HttpError, type Route } from '../service.ts'
import { streamEvents } from './stream-events.ts'

/** What belongs to no single service: the list of doors, clock, timeline, users, reset. */
export const coreRoutes = (context: EmulatorContext): readonly Route[] => [
  {
    method: 'GET',
    path: '/__emulator',
    about: 'This list: every service and every door.',
    handle: () => ({
      envId: context.options.envId,
      appid: context.options.appid,
      sdkEndpoint: `${context.address()}/admin`,
      services: context.services().map(({ name, about, actions = {}, routes = [] }) => ({
        name,
        about,
        sdkActions: Object.keys(actions),
        doors: routes.map(describe),
      })),
      doors: coreRoutes(context).map(describe),
    }),
  },
  {
    method: 'GET',
    path: '/__emulator/clock',
    about: 'The emulator’s time: { nowMs, now, offsetMs, pendingMs }.',
    handle: () => clockState(context),
  },
  {
    method: 'POST',
    path: '/__emulator/clock/advance',
    about: 'Moves the clock on, firing what falls due, in order: { ms }.',
    handle: async ({ body }) => {
      if (typeof body.ms !== 'number' || !(body.ms >= 0)) throw new HttpError(400, 'say by how much: { "ms": 60000 }')
      await context.clock.advance(body.ms)
      return clockState(context)
    },
  },
  {
    method: 'GET',
    path: '/__emulator/events',
    about:
      'The timeline as JSON (?since=id&orderNo=…&limit=…), or live as server-sent events with Accept: text/event-stream.',
    handle: ({ query, request, response }) => {
      if (request.headers.accept?.includes('text/event-stream')) {
        streamEvents(context.events, Number(query.get('since') ?? request.headers['last-event-id'] ?? 0), response)
        return undefined
      }
      const orderNo = query.get('orderNo')
      return context.events.list({
        since: Number(query.get('since') ?? 0),
        ...(orderNo === null ? {} : { orderNo }),
        ...(query.has('limit') ? { limit: Number(query.get('limit')) } : {}),
      })
    },
  },
  {
    method: 'GET',
    path: '/__emulator/users',
    about: 'The test users seen so far; any name used in x-emulator-user makes one.',
    handle: () => context.users.list(),
  },
  {
    method: 'POST',
    path: '/__emulator/users',
    about: 'Makes a test user: { name }.',
    handle: ({ body }) => {
      if (typeof body.name !== 'string' || body.name === '') throw new HttpError(400, 'name the user: { "name": "li" }')
      return context.users.get(body.name)
    },
  },
  {
    method: 'POST',
    path: '/__emulator/reset',
    about: 'Empties everything: data, payments, files, users, timeline; the clock returns to real time.',
    handle: async () => {
      await context.reset()
      return { ok: true }
    },
  },
]

const describe = ({ method, path, about }: Route) => ({ door: `${method} ${path}`, about })

const clockState = ({ clock }: EmulatorContext) => ({
  nowMs: clock.now(),
  now: new Date(clock.now()).toISOString(),
  offsetMs: clock.now() - Date.now(),
  pendingMs: clock.pending().slice(0, 50),
})
