import { findOrderNo } from './find-order-no.ts'

/** Something that happened between two parties, as a developer would tell it. */
export interface TimelineEvent {
  readonly id: number
  /** Emulator time at which it began, ms. */
  readonly at: number
  /** `client`, `function:order`, `wechat`, `timer`, `person` … */
  readonly from: string
  /** `function:order`, `database`, `pay`, `storage`, `openapi`, `client` … */
  readonly to: string
  /** `call` has an outcome; `log` is a console line; `change` tells that a state moved; `notice` and `timer` are calls of WeChat. */
  readonly kind: 'call' | 'notice' | 'timer' | 'change' | 'log' | 'warning'
  /** `order.place`, `database.getDocument orders`, `unifiedOrder` … */
  readonly name: string
  readonly requestId?: string
  /** The function invocation in which it happened. */
  readonly parentRequestId?: string
  readonly user?: string
  /** An outTradeNo or order number, found in `detail` when not given. */
  readonly orderNo?: string
  /** Duration, ms, real time. */
  readonly ms?: number
  readonly ok?: boolean
  readonly detail?: unknown
}

export type NewEvent = Omit<TimelineEvent, 'id' | 'at'> & { readonly at?: number }

/** The bus that the dashboard shows: every party tells what it did; the last few thousand are kept. */
export interface Timeline {
  add(event: NewEvent): TimelineEvent
  list(filter?: {
    readonly since?: number
    readonly orderNo?: string
    readonly limit?: number
  }): readonly TimelineEvent[]
  subscribe(listener: (event: TimelineEvent) => void): () => void
  clear(): void
}

export const createTimeline = (now: () => number, capacity = 5000): Timeline => {
  let events: TimelineEvent[] = []
  let nextId = 1
  const listeners = new Set<(event: TimelineEvent) => void>()

  return {
    add: (given) => {
      const orderNo = given.orderNo ?? findOrderNo(given.detail)
      const event = { ...given, id: nextId++, at: given.at ?? now(), ...(orderNo === undefined ? {} : { orderNo }) }
      events.push(event)
      // Trimmed in large steps: shifting one by one would copy the whole array on each call.
      if (events.length > capacity * 1.2) events = events.slice(-capacity)
      for (const listener of listeners) listener(event)
      return event
    },
    list: ({ since = 0, orderNo, limit = capacity } = {}) =>
      events.filter((event) => event.id > since && (orderNo === undefined || event.orderNo === orderNo)).slice(-limit),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => {
      events = []
    },
  }
}
