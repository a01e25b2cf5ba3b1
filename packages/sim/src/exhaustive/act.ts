import { PortError } from '@pay/backend'
import {
  memoryHintStore,
  memoryHoldStore,
  memoryIncidentStore,
  memoryOrderStore,
  memoryRunnerStore,
} from '@pay/backend/memory'
import type { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { bookGateway } from '../world/book-gateway.ts'
import { injected } from '../world/park-port.ts'
import type { Answer, Call } from './process-tree.ts'
import { copyBook, type State } from './state.ts'

/** What a call does to the state, and what it answers: by the same adapters and the same book as everywhere. */
export const act = async (state: State, { port, method, args }: Call): Promise<{ state: State; answer: Answer }> => {
  const part = parts[port]
  if (part === undefined) throw new Error(`the scene has no port ${port}`)
  const { real, after } = part(state)
  const value = await (real as Record<string, (...args: readonly unknown[]) => unknown>)[method]?.(...args)
  return { state: isRead(method) ? state : after(), answer: { value } }
}

/** What a call answers whose answer was lost. */
export const lost = (port: string): Answer =>
  port === 'wechat' ? { value: unknown } : port === 'messages' ? { value: failed } : { error: portErrorOf(port) }

const unknown = { kind: 'unknown', reason: injected }
const failed = { kind: 'failed', reason: injected }

const portErrors = new Map<string, PortError>()
const portErrorOf = (port: string): PortError => {
  const known = portErrors.get(port) ?? new PortError(port, injected)
  portErrors.set(port, known)
  return known
}

const reads = new Set(['get', 'find', 'list', 'levels', 'withHoldsBefore', 'query', 'queryRefund', 'bill', 'getMany'])
export const isRead = (method: string): boolean => reads.has(method)

type Part = (state: State) => { readonly real: object; readonly after: () => State }

const parts: Readonly<Record<string, Part>> = {
  orders: (state) => {
    const orders = new Map(state.orders)
    return { real: memoryOrderStore(orders), after: () => ({ ...state, orders }) }
  },
  stock: (state) => {
    const stock = new Map(state.stock)
    return { real: memoryHoldStore(stock), after: () => ({ ...state, stock }) }
  },
  runners: (state) => {
    const runners = new Map(state.runners)
    return { real: memoryRunnerStore(runners), after: () => ({ ...state, runners }) }
  },
  hints: (state) => {
    const hints = new Map(state.hints)
    return { real: memoryHintStore(hints), after: () => ({ ...state, hints }) }
  },
  incidents: (state) => {
    const incidents = new Map(state.incidents) as Parameters<typeof memoryIncidentStore>[0] & Map<string, never>
    return { real: memoryIncidentStore(incidents), after: () => ({ ...state, incidents }) }
  },
  wechat: (state) => {
    const book = copyBook(state.book)
    const clock = { nowMs: state.nowMs, weather: calm, healing: true, random: undefined } as unknown as Scheduler
    return {
      real: bookGateway(clock, book, { accepted() {}, mixedUp() {}, changed() {} }),
      after: () => ({ ...state, book }),
    }
  },
}
