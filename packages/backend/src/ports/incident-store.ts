import type { Page } from '@pay/core'
import type { PageRequest } from './order-store.ts'

/** What does not fit and changes nothing: kept for a person, listed until one resolves it. */
export interface IncidentStore {
  /** The same key is the same incident: recorded once. */
  record(incident: Incident): Promise<void>
  get(key: string): Promise<Incident | undefined>
  /** Unresolved, oldest first. */
  open(page: PageRequest): Promise<Page<Incident>>
  resolve(key: string, note: string, nowMs: number): Promise<boolean>
}

export interface Incident {
  /** Stable: what it is about, such as `paymentMismatch-<outTradeNo>-<transactionId>`. */
  readonly key: string
  readonly kind: IncidentKind
  readonly atMs: number
  /** Numbers and names a person needs; no secret, no full openid. */
  readonly facts: Readonly<Record<string, string | number>>
}

export type IncidentKind =
  /** WeChat's word on a payment does not fit the order. */
  | 'paymentMismatch'
  /** A notice from WeChat that is not ours or not of a known form. */
  | 'strangeNotice'
  /** Money at WeChat that no order explains. */
  | 'orphanPayment'
  /** A refund that WeChat keeps refusing, or that ended abnormal. */
  | 'refundStuck'
  /** An effect of an order failed many times. */
  | 'effectStuck'
  /** A dispute or an after-sale claim that the owner has not answered in time. */
  | 'unanswered'
  /** The bill and our books differ. */
  | 'billDifference'
  /** A payer complained to WeChat, or WeChat's risk control acted: to be answered at the merchant platform. */
  | 'complaint'
