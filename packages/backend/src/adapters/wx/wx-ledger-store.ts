import type { LedgerEntry } from '@pay/core'
import { beijingDay } from '../../beijing-time.ts'
import type { LedgerStore } from '../../ports/ledger-store.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/** The books in the cloud database: `ledger` `{ _id, day, atMs, entry }`. */
export const wxLedgerStore = (db: WxDatabase): LedgerStore => {
  const table = wxTable(db, 'ledger')
  const read = (document: WxDocument) => document.entry as LedgerEntry
  const getMany = async (ids: readonly string[]): Promise<readonly LedgerEntry[]> => {
    const found: LedgerEntry[] = []
    for (let at = 0; at < ids.length; at += idsPerRequest) {
      const some = ids.slice(at, at + idsPerRequest).map(String)
      found.push(...(await table.find({ _id: db.command.in(some) }, [], some.length)).map(read))
    }
    return found
  }
  return {
    getMany,
    async post(entries) {
      const known = new Set((await getMany(entries.map(({ id }) => id))).map(({ id }) => id))
      let fresh = 0
      for (const entry of entries) {
        if (known.has(entry.id)) continue
        const answer = await table.insert(entry.id, { day: beijingDay(entry.atMs), atMs: entry.atMs, entry })
        if (answer === 'inserted') fresh++
      }
      return fresh
    },
    ofDay: (day, page) =>
      findPage(table, db.command, { condition: { day: String(day) }, sortBy: 'atMs', direction: 'asc', page, read }),
  }
}

const idsPerRequest = 100
