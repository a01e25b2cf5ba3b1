import type { SkuId } from '@pay/core'
import { commitStock, releaseStock, reserveStock, type StockChange, takeBackStock } from '../../ports/stock-rules.ts'
import { oldestHoldMs, type StockRecord, type StockStore } from '../../ports/stock-store.ts'
import { pageOf } from './page-of.ts'

/** Stock in a Map. */
export const memoryStockStore = (records = new Map<SkuId, StockRecord>()): StockStore => {
  const read = (skuId: SkuId): StockRecord => records.get(skuId) ?? { skuId, version: 0, available: 0, holds: {} }
  const write = <A>({ answer, record }: StockChange<A>): A => {
    if (record !== undefined) records.set(record.skuId, record)
    return answer
  }
  return {
    reserve: async (claim) => write(reserveStock(read(claim.skuId), claim)),
    commit: async (claim) => write(commitStock(read(claim.skuId), claim)),
    release: async (claim) => write(releaseStock(read(claim.skuId), claim)),
    takeBack: async (claim) => write(takeBackStock(read(claim.skuId), claim)),
    async levels(skuIds) {
      return new Map(skuIds.flatMap((skuId) => (records.has(skuId) ? [[skuId, read(skuId).available] as const] : [])))
    },
    async setLevel(skuId, available) {
      const record = read(skuId)
      records.set(skuId, { ...record, version: record.version + 1, available })
    },
    async withHoldsBefore(beforeMs, page) {
      const old = [...records.values()].filter((record) => oldestHoldMs(record) < beforeMs)
      return pageOf(old, (record) => ({ atMs: oldestHoldMs(record), id: record.skuId }), 'oldestFirst', page)
    },
    async forget(seen, orderNos) {
      const record = read(seen.skuId)
      if (record.version !== seen.version) return false
      const holds = Object.fromEntries(
        Object.entries(record.holds).filter(([orderNo]) => !orderNos.includes(orderNo as never)),
      )
      records.set(record.skuId, { ...record, version: record.version + 1, holds })
      return true
    },
  }
}
