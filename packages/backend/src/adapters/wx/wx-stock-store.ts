import type { OrderNo, SkuId } from '@pay/core'
import { PortError } from '../../ports/port-error.ts'
import { commitStock, releaseStock, reserveStock, type StockChange, takeBackStock } from '../../ports/stock-rules.ts'
import type { HoldState, StockClaim, StockHold, StockRecord, StockStore } from '../../ports/stock-store.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/**
 * Stock in the cloud database: `{ _id, version, available, holds: { <orderNo>: hold }, heldSinceMs }`. Each method tries
 * one conditional update that says everything; only when that finds no document, the record is read and the rule asked.
 */
export const wxStockStore = (db: WxDatabase): StockStore => {
  const _ = db.command
  const table = wxTable(db, 'stock')

  /** The move of a hold that goes well most of the time, in one request. */
  const move = (claim: StockClaim, condition: object, state: HoldState, pieces: number): Promise<number> =>
    table.update({ _id: String(claim.skuId), ...condition }, change(claim, { available: _.inc(pieces) }, state))

  const change = (claim: StockClaim, fields: object, state: HoldState) => ({
    ...fields,
    version: _.inc(1),
    heldSinceMs: _.min(claim.nowMs),
    holds: { [claim.orderNo]: _.set({ state, quantity: claim.quantity, atMs: claim.nowMs } satisfies StockHold) },
  })

  const inState = (claim: StockClaim, state: HoldState) => ({
    holds: { [claim.orderNo]: { state, quantity: claim.quantity } },
  })

  /** Reads the record and does what the rule says, until nobody is faster. */
  const byRule = async <A>(claim: StockClaim, rule: (record: StockRecord, claim: StockClaim) => StockChange<A>) => {
    for (let attempt = 1; attempt <= 10; attempt++) {
      const document = await table.get(String(claim.skuId))
      const record = recordOf(claim.skuId, document)
      const { answer, record: next } = rule(record, claim)
      const hold = next?.holds[claim.orderNo]
      if (next === undefined || hold === undefined || document === undefined) return answer
      const fields = change(claim, { available: next.available }, hold.state)
      if ((await table.update({ _id: String(claim.skuId), version: record.version }, fields)) === 1) return answer
    }
    throw new PortError('stock', `${claim.skuId}: too many writers at once`)
  }

  return {
    async reserve(claim) {
      const condition = { available: _.gte(claim.quantity), holds: { [claim.orderNo]: _.exists(false) } }
      if ((await move(claim, condition, 'held', -claim.quantity)) === 1) return { kind: 'reserved' }
      return await byRule(claim, reserveStock)
    },
    async commit(claim) {
      if ((await move(claim, inState(claim, 'held'), 'committed', 0)) === 1) return 'committed'
      return await byRule(claim, commitStock)
    },
    async release(claim) {
      if ((await move(claim, inState(claim, 'held'), 'released', claim.quantity)) === 1) return
      await byRule(claim, releaseStock)
    },
    async takeBack(claim) {
      if ((await move(claim, inState(claim, 'committed'), 'returned', claim.quantity)) === 1) return
      await byRule(claim, takeBackStock)
    },
    async levels(skuIds) {
      const documents = await table.find({ _id: _.in(skuIds.map(String)) }, [], Math.min(skuIds.length, 1000))
      return new Map(documents.map((document) => [document._id as SkuId, Number(document.available)]))
    },
    async setLevel(skuId, available) {
      const changed = await table.update({ _id: String(skuId) }, { available, version: _.inc(1) })
      if (changed === 1) return
      const inserted = await table.insert(skuId, { available, version: 1, holds: {} })
      if (inserted === 'exists') await table.update({ _id: String(skuId) }, { available, version: _.inc(1) })
    },
    withHoldsBefore: (beforeMs, page) =>
      findPage(table, _, {
        condition: { heldSinceMs: _.lt(beforeMs) },
        sortBy: 'heldSinceMs',
        direction: 'asc',
        page,
        read: (document) => recordOf(document._id as SkuId, document),
      }),
    async forget(record, orderNos) {
      const rest = Object.entries(record.holds).filter(([orderNo]) => !orderNos.includes(orderNo as OrderNo))
      const changed = await table.update(
        { _id: String(record.skuId), version: record.version },
        {
          version: _.inc(1),
          holds: Object.fromEntries(orderNos.map((orderNo) => [orderNo, _.remove()])),
          heldSinceMs: rest.length === 0 ? _.remove() : Math.min(...rest.map(([, hold]) => hold.atMs)),
        },
      )
      return changed === 1
    },
  }
}

const recordOf = (skuId: SkuId, document: WxDocument | undefined): StockRecord => ({
  skuId,
  version: Number(document?.version ?? 0),
  available: Number(document?.available ?? 0),
  holds: (document?.holds ?? {}) as StockRecord['holds'],
})
