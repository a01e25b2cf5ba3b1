import { HttpError, type Route } from '../service.ts'
import type { AnyFault, FaultWhen } from './fault-rule.ts'
import type { FaultsService, NewFaultRule } from './faults-service.ts'
import { presets } from './presets.ts'

/** Faults over HTTP, for the dashboard, for browser tests, and for tests in other languages. */
export const faultRoutes = (service: FaultsService): readonly Route[] => [
  {
    method: 'GET',
    path: '/__emulator/faults',
    about: 'the rules with how often they struck, and the presets',
    handle: () => ({ rules: service.rules(), presets }),
  },
  {
    method: 'POST',
    path: '/__emulator/faults',
    about:
      'adds a rule: {preset} or {when: {party, action, functionName, source, openid, mentions}, fault: {kind, …}}, with skip, times (0 for ever), chance',
    handle: ({ body }) => ({ rule: service.add(readRule(body)) }),
  },
  {
    method: 'POST',
    path: '/__emulator/faults/seed',
    about: 'starts the draws of rules with a chance over: {seed}',
    handle: ({ body }) => {
      if (!Number.isSafeInteger(body.seed)) throw new HttpError(400, 'seed is a whole number')
      service.seed(body.seed as number)
      return { seed: body.seed }
    },
  },
  {
    method: 'DELETE',
    path: '/__emulator/faults/:id',
    about: 'removes a rule',
    handle: ({ params }) => {
      if (!service.remove(params.id ?? '')) throw new HttpError(404, `there is no rule ${params.id}`)
      return { rules: service.rules() }
    },
  },
  {
    method: 'DELETE',
    path: '/__emulator/faults',
    about: 'removes all rules',
    handle: () => {
      service.clear()
      return { rules: [] }
    },
  },
]

const readRule = (body: Readonly<Record<string, unknown>>): NewFaultRule => {
  const limits = {
    ...number(body, 'skip', 0),
    ...number(body, 'times', 0),
    ...number(body, 'chance', 0),
  }
  if (body.preset !== undefined) {
    const preset = presets.find(({ name }) => name === body.preset)
    if (preset === undefined) throw new HttpError(400, `preset is one of ${presets.map(({ name }) => name).join(', ')}`)
    return { when: { ...preset.when, ...readWhen(body.when) }, fault: preset.fault, ...limits }
  }
  return { when: readWhen(body.when), fault: readFault(body.fault), ...limits }
}

const number = (body: Readonly<Record<string, unknown>>, name: string, least: number) => {
  const value = body[name]
  if (value === undefined) return {}
  if (typeof value !== 'number' || !(value >= least))
    throw new HttpError(400, `${name} is a number of at least ${least}`)
  return { [name]: value }
}

const whenKeys = ['party', 'action', 'functionName', 'openid', 'source', 'mentions']

const readWhen = (value: unknown = {}): FaultWhen => {
  if (typeof value !== 'object' || value === null) throw new HttpError(400, 'when is an object')
  for (const [key, text] of Object.entries(value))
    if (!whenKeys.includes(key) || typeof text !== 'string')
      throw new HttpError(400, `when takes texts named ${whenKeys.join(', ')}`)
  return value as FaultWhen
}

/** What each kind must bring. */
const needs: Readonly<Record<string, Readonly<Record<string, 'boolean' | 'number' | 'string'>>>> = {
  error: { after: 'boolean', code: 'string', message: 'string' },
  timeout: { after: 'boolean' },
  kill: { after: 'boolean' },
  delay: { ms: 'number' },
  lose: {},
  late: { ms: 'number' },
  duplicate: { times: 'number' },
  reorder: {},
  'wrong-amount': { byFen: 'number' },
  'still-payable': {},
  stale: { ms: 'number' },
  'empty-lists': {},
}

const readFault = (value: unknown): AnyFault => {
  const fault = (value ?? {}) as Readonly<Record<string, unknown>>
  const fields = typeof fault.kind === 'string' && Object.hasOwn(needs, fault.kind) ? needs[fault.kind] : undefined
  if (fields === undefined) throw new HttpError(400, `fault.kind is one of ${Object.keys(needs).join(', ')}`)
  for (const [name, type] of Object.entries(fields))
    if (typeof fault[name] !== type)
      throw new HttpError(400, `a fault of kind ${String(fault.kind)} needs ${name}: ${type}`)
  return fault as unknown as AnyFault
}
