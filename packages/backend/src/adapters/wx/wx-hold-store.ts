import {
  type Claim,
  commitHold,
  type Hold,
  type HoldChange,
  releaseHold,
  reserveHold,
  restock,
  takeBackHold,
} from '@pay/core'
import { type HoldStore, oldestMs, type StoredHolds } from '../../ports/hold-store.ts'
import { PortError } from '../../ports/port-error.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/**
 * Holds in the cloud database: `{ _id, version, available, holds: { <claim>: hold }, added, sinceMs }`. Each method tries
 * one conditional update that says everything; only when that finds no document, the record is read and the rule asked.
 * `sinceMs` is never later than the oldest thing in the document: the index of housekeeping.
 */
export const wxHoldStore = (db: WxDatabase, collection: string): HoldStore => {
  const _ = db.command
  const table = wxTable(db, collection)

  const withHold = ({ claim }: Pick<Claim, 'claim'>, hold: Hold, available: unknown) => ({
    version: _.inc(1),
    available,
    sinceMs: _.min(hold.atMs),
    holds: { [claim]: _.set(hold) },
  })

  /** The move that goes well most of the time, in one request. */
  const move = async (id: string, claim: Claim, condition: object, hold: Hold, more: number): Promise<boolean> =>
    (await table.update({ _id: String(id), ...condition }, withHold(claim, hold, _.inc(more)))) === 1

  const isHeld = ({ claim, quantity }: Claim) => ({ holds: { [claim]: { state: 'held', quantity } } })

  /** Reads the record and does what the rule says, until nobody is faster. */
  const byRule = async <A extends string>(
    id: string,
    { claim }: Pick<Claim, 'claim'>,
    rule: (record: StoredHolds) => HoldChange<A, StoredHolds>,
  ): Promise<HoldChange<A, StoredHolds>> => {
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const document = await table.get(String(id))
      const record = storedOf(id, document)
      const changed = rule(record)
      const hold = changed.record.holds[claim]
      if (changed.record === record || hold === undefined || document === undefined) return changed
      const change = withHold({ claim }, hold, changed.record.available)
      if ((await table.update({ _id: String(id), version: record.version }, change)) === 1) return changed
    }
    throw new PortError(collection, `${id}: too many writers at once`)
  }

  return {
    async reserve(id, claim, nowMs) {
      const { quantity } = claim
      const condition = { available: _.gte(quantity), holds: { [claim.claim]: _.exists(false) } }
      if (await move(id, claim, condition, { state: 'held', quantity, atMs: nowMs }, -quantity))
        return { kind: 'reserved' }
      const { answer, record } = await byRule(id, claim, (stored) => reserveHold(stored, claim, nowMs))
      return answer === 'reserved' ? { kind: answer } : { kind: answer, available: record.available }
    },
    async commit(id, claim, nowMs) {
      const hold: Hold = { state: 'committed', quantity: claim.quantity, atMs: nowMs }
      if (await move(id, claim, isHeld(claim), hold, 0)) return 'committed'
      return (await byRule(id, claim, (stored) => commitHold(stored, claim, nowMs))).answer
    },
    async release(id, claim, nowMs) {
      const hold: Hold = { state: 'released', quantity: claim.quantity, atMs: nowMs }
      if (await move(id, claim, isHeld(claim), hold, claim.quantity)) return
      await byRule(id, claim, (stored) => releaseHold(stored, claim, nowMs))
    },
    takeBack: async (id, part, nowMs) => (await byRule(id, part, (stored) => takeBackHold(stored, part, nowMs))).answer,
    async add(id, more, key, nowMs) {
      for (let attempt = 1; attempt <= maxAttempts; attempt++) {
        const document = await table.get(String(id))
        const record = storedOf(id, document)
        if (record.added[key] !== undefined) return record.available
        const { available } = restock(record, more)
        if (document === undefined) {
          const fields = { version: 1, available, holds: {}, added: { [key]: nowMs }, sinceMs: nowMs }
          if ((await table.insert(id, fields)) === 'inserted') return available
          continue
        }
        const change = { version: _.inc(1), available, added: { [key]: nowMs }, sinceMs: _.min(nowMs) }
        if ((await table.update({ _id: String(id), version: record.version }, change)) === 1) return available
      }
      throw new PortError(collection, `${id}: too many writers at once`)
    },
    insert: (id, available) => table.insert(id, { version: 1, available, holds: {}, added: {} }),
    async levels(ids) {
      const documents = await table.find({ _id: _.in(ids.map(String)) }, [], Math.min(ids.length, 1000))
      return new Map(documents.map((document) => [document._id, Number(document.available)]))
    },
    withHoldsBefore: (beforeMs, page) =>
      findPage(table, _, {
        condition: { sinceMs: _.lt(beforeMs) },
        sortBy: 'sinceMs',
        direction: 'asc',
        page,
        read: (document) => storedOf(document._id, document),
      }),
    async forget(stored, claims, keys) {
      const without = <T>(all: Readonly<Record<string, T>>, gone: readonly string[]) =>
        Object.fromEntries(Object.entries(all).filter(([name]) => !gone.includes(name)))
      const left = { ...stored, holds: without(stored.holds, claims), added: without(stored.added, keys) }
      const sinceMs = oldestMs(left)
      const gone = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, _.remove()]))
      const changed = await table.update(
        { _id: String(stored.id), version: stored.version },
        {
          version: _.inc(1),
          sinceMs: Number.isFinite(sinceMs) ? sinceMs : _.remove(),
          ...(claims.length === 0 ? {} : { holds: gone(claims) }),
          ...(keys.length === 0 ? {} : { added: gone(keys) }),
        },
      )
      return changed === 1
    },
  }
}

const maxAttempts = 20

const storedOf = (id: string, document: WxDocument | undefined): StoredHolds => ({
  id,
  version: Number(document?.version ?? 0),
  available: Number(document?.available ?? 0),
  holds: (document?.holds ?? {}) as StoredHolds['holds'],
  added: (document?.added ?? {}) as StoredHolds['added'],
})
