import type { LedgerEntry } from '@pay/core'
import { beijingDay } from '../../beijing-time.ts'
import type { LedgerStore } from '../../ports/ledger-store.ts'
import { pageOf } from './page-of.ts'

/** The books in a Map. */
export const memoryLedgerStore = (books = new Map<string, LedgerEntry>()): LedgerStore => ({
  async post(entries) {
    const fresh = entries.filter(({ id }) => !books.has(id))
    for (const entry of fresh) books.set(entry.id, entry)
    return fresh.length
  },
  async getMany(ids) {
    return ids.flatMap((id) => books.get(id) ?? [])
  },
  async ofDay(day, page) {
    const entries = [...books.values()].filter(({ atMs }) => beijingDay(atMs) === day)
    return pageOf(entries, ({ atMs, id }) => ({ atMs, id }), 'oldestFirst', page)
  },
})
