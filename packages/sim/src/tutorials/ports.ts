import { type Book, closeTrade, placeTrade, queryTrade } from '@pay/emulator/book'
import type { Scheduler } from '../engine/scheduler.ts'
import { merchant } from '../world/book-gateway.ts'
import { parkPort, throwsPortError } from '../world/park-port.ts'

/** A document of a tutorial: whatever it stores. */
export interface Row {
  readonly id: string
  readonly outTradeNo: string
  readonly openid: string
  /** As the tutorial wrote it: fen, yuan, or nothing. */
  readonly price?: number
  status: string
}

/** What the tutorials have: a collection without compare-and-set, and WeChat Pay. */
export interface Ports {
  readonly rows: {
    add(row: Row): Promise<void>
    get(id: string): Promise<Row | undefined>
    /** Like `where(…).update(…)`: every row that matches. */
    update(matches: (row: Row) => boolean, change: (row: Row) => void): Promise<number>
    remove(id: string): Promise<void>
  }
  readonly pay: {
    unifiedOrder(order: {
      readonly outTradeNo: string
      readonly openid: string
      readonly totalFee: number
    }): Promise<string>
    query(outTradeNo: string): Promise<'SUCCESS' | 'NOTPAY' | 'CLOSED'>
    close(outTradeNo: string): Promise<void>
  }
  readonly newNumber: () => string
}

export const portsOf = (scheduler: Scheduler, book: Book, rows: Map<string, Row>): Ports => {
  let numbers = 0
  const store: Ports['rows'] = {
    async add(row) {
      rows.set(row.id, { ...row })
    },
    async get(id) {
      const row = rows.get(id)
      return row === undefined ? undefined : { ...row }
    },
    async update(matches, change) {
      let count = 0
      for (const row of rows.values())
        if (matches(row)) {
          change(row)
          count++
        }
      return count
    },
    async remove(id) {
      rows.delete(id)
    },
  }
  const pay: Ports['pay'] = {
    async unifiedOrder(order) {
      const placed = placeTrade(book, { ...merchant, body: 'goods', ...order }, scheduler.nowMs)
      if (!placed.ok) throw new Error(placed.message)
      return placed.trade.prepayId
    },
    async query(outTradeNo) {
      const found = queryTrade(book, { mchid: merchant.mchid, outTradeNo }, scheduler.nowMs)
      return found.ok && found.state === 'SUCCESS' ? 'SUCCESS' : 'NOTPAY'
    },
    async close(outTradeNo) {
      closeTrade(book, { mchid: merchant.mchid, outTradeNo }, scheduler.nowMs)
    },
  }
  return {
    rows: parkPort(scheduler, 'rows', store, throwsPortError),
    pay: parkPort(scheduler, 'wechat', pay, throwsPortError),
    // Thirteen digits of the time and some more, as all five make their numbers: a new one for every tap.
    newNumber: () => `${scheduler.nowMs}${String(++numbers).padStart(6, '0')}`,
  }
}
