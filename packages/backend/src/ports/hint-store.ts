import type { Page } from '@pay/core'
import type { PageRequest } from './order-store.ts'
import type { Notice } from './payment-notice.ts'

/** Notices that WeChat could not be asked about at the time. Housekeeping asks later, whether or not the notice repeats. */
export interface HintStore {
  /** One hint per payment or refund, however often it is kept. */
  keep(notice: Notice, nowMs: number): Promise<void>
  /** Oldest first. */
  list(page: PageRequest): Promise<Page<Hint>>
  drop(key: string): Promise<void>
}

export interface Hint {
  readonly key: string
  readonly notice: Notice
  readonly atMs: number
}

/** The payment's or the refund's own number: both kinds of number cannot be equal, a refund's is longer. */
export const hintKey = (notice: Notice): string => (notice.kind === 'payment' ? notice.outTradeNo : notice.outRefundNo)
