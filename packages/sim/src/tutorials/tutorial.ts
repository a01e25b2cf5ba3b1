import type { Scheduler } from '../engine/scheduler.ts'
import type { Ports } from './ports.ts'

/** One of the systems that this project replaces, told in our own words over the same kind of ports. */
export interface Tutorial {
  readonly id: string
  readonly what: string
  /** The client: what happens between the tap and the end. */
  readonly buy: (ports: Ports, user: User) => Promise<void>
  /** The function that WeChat calls; absent: the tutorial ignores notices. */
  readonly notice?: (ports: Ports, event: NoticeEvent) => Promise<unknown>
}

export interface User {
  readonly openid: string
  readonly yuan: number
  readonly scheduler: Scheduler
  /** The cashier: what it reports is not always what happened. */
  readonly cashier: (prepayId: string) => Promise<'ok' | 'fail' | 'nothing'>
  /** Calls a function over the network. */
  readonly call: <T>(name: string, run: () => Promise<T>) => Promise<T>
}

export interface NoticeEvent {
  readonly outTradeNo: string
  readonly transactionId?: string
  readonly totalFee?: number
  readonly openid?: string
  readonly resultCode?: string
}
