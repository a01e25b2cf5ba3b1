import type { LedgerEntry, Page } from '@pay/core'
import type { PageRequest } from './order-store.ts'

/** The books: entries are added under their ids and never changed. */
export interface LedgerStore {
  /** Writes what is not there yet; answers how many were new. */
  post(entries: readonly LedgerEntry[]): Promise<number>
  getMany(ids: readonly string[]): Promise<readonly LedgerEntry[]>
  /** What moved on a day in Beijing (`yyyyMMdd`), in the order of time. */
  ofDay(day: string, page: PageRequest): Promise<Page<LedgerEntry>>
}
