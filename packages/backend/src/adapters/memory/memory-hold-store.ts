import { commitHold, forgetHolds, releaseHold, reserveHold, restock, takeBackHold } from '@pay/core'
import { type HoldStore, oldestMs, type StoredHolds } from '../../ports/hold-store.ts'
import { pageOf } from './page-of.ts'

/** Holds in a Map: core's rules, applied. */
export const memoryHoldStore = (records = new Map<string, StoredHolds>()): HoldStore => {
  const read = (id: string): StoredHolds => records.get(id) ?? { id, version: 0, available: 0, holds: {}, added: {} }
  const write = <A>(changed: { readonly answer: A; readonly record: StoredHolds }): A => {
    // Without a document there is nothing to hold and nothing to bar.
    if (records.has(changed.record.id)) records.set(changed.record.id, changed.record)
    return changed.answer
  }
  return {
    async reserve(id, claim, nowMs) {
      const kind = write(reserveHold(read(id), claim, nowMs))
      return kind === 'reserved' ? { kind } : { kind, available: read(id).available }
    },
    commit: async (id, claim, nowMs) => write(commitHold(read(id), claim, nowMs)),
    async release(id, claim, nowMs) {
      write(releaseHold(read(id), claim, nowMs))
    },
    takeBack: async (id, part, nowMs) => write(takeBackHold(read(id), part, nowMs)),
    async add(id, more, key, nowMs) {
      const record = read(id)
      if (record.added[key] === undefined)
        records.set(id, { ...restock(record, more), added: { ...record.added, [key]: nowMs } })
      return read(id).available
    },
    async insert(id, available) {
      if (records.has(id)) return 'exists'
      records.set(id, { id, version: 1, available, holds: {}, added: {} })
      return 'inserted'
    },
    async levels(ids) {
      return new Map(ids.flatMap((id) => (records.has(id) ? [[id, read(id).available] as const] : [])))
    },
    async withHoldsBefore(beforeMs, page) {
      const old = [...records.values()].filter((record) => oldestMs(record) < beforeMs)
      return pageOf(old, (record) => ({ atMs: oldestMs(record), id: record.id }), 'oldestFirst', page)
    },
    async forget(seen, claims, keys) {
      const record = read(seen.id)
      if (record.version !== seen.version) return false
      const added = Object.fromEntries(Object.entries(record.added).filter(([key]) => !keys.includes(key)))
      records.set(seen.id, { ...forgetHolds(record, claims), version: record.version + 1, added })
      return true
    },
  }
}
