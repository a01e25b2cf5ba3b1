import { type Order, orderKeys } from '@pay/core'
import { moneyDays, type OrderQuery, type OrderStore, openRefundAtMs } from '../../ports/order-store.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/**
 * Orders in the cloud database: `{ _id, version, buyer, state, createdAtMs, dueAtMs?, moneyDays?, openRefundAtMs?, list?,
 * worker?, order }`. The whole order is one field, always set as a whole: the database would merge a plain nested object
 * into the old one by dotted paths, where removed keys survive and a null parent fails. Beside it stand copies of what the
 * indexes need.
 */
export const wxOrderStore = (db: WxDatabase): OrderStore => {
  const _ = db.command
  const table = wxTable(db, 'orders')
  return {
    insert: (order) => table.insert(order.orderNo, { ...copiesOf(order), order }),
    async get(orderNo) {
      const document = await table.get(String(orderNo))
      return document?.order as Order | undefined
    },
    async replace(order) {
      const { version, state, ...optional } = copiesOf(order)
      const changed = await table.update(
        { _id: String(order.orderNo), version: order.version - 1 },
        { order: _.set(order), version, state, ...orRemoved(optional) },
      )
      return changed === 1
    },
    find(query, page) {
      const read = (document: WxDocument) => document.order as Order
      return findPage(table, _, { ...conditionOf(query), page, read })
    },
  }

  function orRemoved(copies: Omit<ReturnType<typeof copiesOf>, 'version' | 'state'>) {
    const { dueAtMs, moneyDays, openRefundAtMs: open, list, worker } = copies
    return {
      openRefundAtMs: open ?? _.remove(),
      dueAtMs: dueAtMs ?? _.remove(),
      moneyDays: moneyDays ?? _.remove(),
      list: list ?? _.remove(),
      worker: worker ?? _.remove(),
    }
  }

  function conditionOf(query: OrderQuery) {
    switch (query.name) {
      case 'ofBuyer': {
        const { buyer, state } = query
        const condition = { buyer: String(buyer), ...(state === undefined ? {} : { state }) }
        return { condition, sortBy: 'createdAtMs', direction: 'desc' } as const
      }
      case 'awaitingPayment':
        return { condition: { state: _.in(['unpaid', 'closing']) }, sortBy: 'createdAtMs', direction: 'asc' } as const
      case 'due':
        return { condition: { dueAtMs: _.lte(query.untilMs) }, sortBy: 'dueAtMs', direction: 'asc' } as const
      case 'movedOn':
        // An index over a list finds the documents whose list holds the value.
        return { condition: { moneyDays: String(query.day) }, sortBy: 'createdAtMs', direction: 'asc' } as const
      case 'openRefund': {
        const condition = { openRefundAtMs: _.lt(query.beforeMs) }
        return { condition, sortBy: 'openRefundAtMs', direction: 'asc' } as const
      }
      case 'inLists': {
        const lists = query.lists.map(String)
        const condition = { list: lists.length === 1 ? lists[0] : _.in(lists) }
        return { condition, sortBy: 'createdAtMs', direction: query.oldestFirst ? 'asc' : 'desc' } as const
      }
      case 'ofWorker':
        return { condition: { worker: String(query.worker) }, sortBy: 'createdAtMs', direction: 'desc' } as const
      case 'all': {
        const condition = query.state === undefined ? { createdAtMs: _.gte(0) } : { state: query.state }
        return { condition, sortBy: 'createdAtMs', direction: 'desc' } as const
      }
    }
  }
}

const copiesOf = (order: Order) => {
  const { version, buyer, state, createdAtMs, dueAtMs } = order
  const days = moneyDays(order)
  const open = openRefundAtMs(order)
  return {
    version,
    buyer,
    state,
    createdAtMs,
    ...(dueAtMs === undefined ? {} : { dueAtMs }),
    ...(days.length === 0 ? {} : { moneyDays: days }),
    ...(open === undefined ? {} : { openRefundAtMs: open }),
    ...orderKeys(order),
  }
}
