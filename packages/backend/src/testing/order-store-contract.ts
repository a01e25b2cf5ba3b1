import { decide, type OpenId, type Order } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { OrderStore } from '../ports/order-store.ts'
import { changeOrder } from '../use-cases/order/change-order.ts'
import { insertOrder } from '../use-cases/order/insert-order.ts'
import { withFates } from './lose-answers.ts'
import { cancelled, noonMs, noSuchOrder, sampleOrder } from './sample-orders.ts'

/** What every order store has to do. `makeStore` gives an empty one. */
export const orderStoreContract = ({ makeStore }: { makeStore: () => Promise<OrderStore> | OrderStore }) => {
  let store: OrderStore
  beforeEach(async () => {
    store = await makeStore()
  })
  const clock = { nowMs: () => noonMs + 60_000 }

  describe('an order store', () => {
    test('gives back an order as it was inserted', async () => {
      const order = sampleOrder()
      expect(await store.insert(order)).toBe('inserted')
      expect(await store.get(order.orderNo)).toEqual(order)
    })

    test('has nothing under a number that was never inserted', async () => {
      expect(await store.get(noSuchOrder)).toBeUndefined()
    })

    test('takes a number once, whatever comes under it later', async () => {
      const order = sampleOrder()
      await store.insert(order)
      expect(await store.insert({ ...order, requestDigest: 'other' })).toBe('exists')
      expect(await store.get(order.orderNo)).toEqual(order)
    })

    test('replaces an order by its next version, and by nothing else', async () => {
      const order = sampleOrder()
      await store.insert(order)
      const next = cancelled(order)
      expect(await store.replace({ ...next, version: 3 })).toBe(false)
      expect(await store.replace({ ...next, version: 1 })).toBe(false)
      expect(await store.replace(next)).toBe(true)
      expect(await store.replace(next)).toBe(false)
      expect(await store.get(order.orderNo)).toEqual(next)
    })

    test('replaces nothing that was never inserted', async () => {
      expect(await store.replace(cancelled(sampleOrder()))).toBe(false)
    })

    test('forgets nested keys that the next version does not have', async () => {
      const order = sampleOrder()
      const paid = { transactionId: '4200', totalFen: order.totalFen, paidAtMs: noonMs }
      const [attempt] = order.attempts
      if (attempt === undefined) throw new Error('an order without an attempt')
      await store.insert({ ...order, closeReason: 'expired', attempts: [{ ...attempt, paid }] })
      await store.replace({ ...order, version: 2 })
      expect(await store.get(order.orderNo)).toEqual({ ...order, version: 2 })
    })

    test('puts an object where there was null, and null where there was an object', async () => {
      const order = sampleOrder() as unknown as Record<string, unknown>
      await store.insert({ ...order, extra: null } as unknown as Order)
      await store.replace({ ...order, extra: { deep: { deeper: 1 } }, version: 2 } as unknown as Order)
      expect(await store.get(order.orderNo as Order['orderNo'])).toMatchObject({ extra: { deep: { deeper: 1 } } })
      await store.replace({ ...order, extra: null, version: 3 } as unknown as Order)
      expect(await store.get(order.orderNo as Order['orderNo'])).toMatchObject({ extra: null })
    })

    test('keeps text as it is: emoji, quotes, keys that look like commands', async () => {
      const order = sampleOrder()
      const remark = `放门口🚪 "' \\ \n $set {"$gt":""} \u202e`
      const next = { ...order, detail: { ...order.detail, remark } } as unknown as Order
      await store.insert(next)
      expect(await store.get(order.orderNo)).toEqual(next)
    })

    test('of two writers one wins', async () => {
      const order = sampleOrder()
      await store.insert(order)
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, at) => store.replace({ ...cancelled(order), dueAtMs: noonMs + at })),
      )
      expect(answers.filter((won) => won)).toHaveLength(1)
      expect((await store.get(order.orderNo))?.dueAtMs).toBe(noonMs + answers.indexOf(true))
    })

    test('an insert whose answer is lost is found by its retry', async () => {
      let lost = 1
      const lossy = withFates(store, 'orders', () => (lost-- > 0 ? 'lost' : 'done'))
      const order = sampleOrder()
      expect(await insertOrder({ orders: lossy }, order)).toEqual({ ok: true, value: order })
      expect(await store.get(order.orderNo)).toEqual(order)
    })

    test.each(['lost', 'failed'] as const)('a replace whose answer is %s changes the order once', async (fate) => {
      const order = sampleOrder()
      await store.insert(order)
      let times = 1
      const lossy = withFates(store, 'orders', (call) => (call === 'orders.replace' && times-- > 0 ? fate : 'done'))
      const cancel = (now: Order, nowMs: number) => decide(now, { kind: 'cancel' }, nowMs)
      const changed = await changeOrder({ orders: lossy, clock }, order.orderNo, cancel)
      expect(changed.ok && changed.value.version).toBe(2)
      expect((await store.get(order.orderNo))?.history.map(({ what }) => what)).toEqual([
        'order.placed',
        'order.cancelled',
      ])
    })

    test('many changes at once all come to pass, one after the other', async () => {
      const order = sampleOrder()
      await store.insert(order)
      const keys = ['a', 'b', 'c', 'd']
      await store.replace({ ...cancelled(order), outbox: keys.map((key) => ({ ...entry, key })) })
      const done = keys.map((key) =>
        changeOrder({ orders: store, clock }, order.orderNo, (now, nowMs) =>
          decide(now, { kind: 'effectsDone', keys: [key] }, nowMs),
        ),
      )
      await Promise.all(done)
      expect(await store.get(order.orderNo)).toMatchObject({ version: 6, outbox: [] })
    })

    test('a hundred replays of one notice, at once and afterwards, are one change', async () => {
      const order = sampleOrder()
      await store.insert(order)
      const { outTradeNo } = order.attempts[0] as Order['attempts'][number]
      const payment = { transactionId: '4200000000000000000000000001', totalFen: order.totalFen, paidAtMs: noonMs + 1 }
      const seen = { kind: 'paymentSeen', payer: order.buyer, outTradeNo, payment } as const
      const replay = () =>
        changeOrder({ orders: store, clock }, order.orderNo, (now, nowMs) => decide(now, seen, nowMs))
      const answers = [...(await Promise.all(Array.from({ length: 99 }, replay))), await replay()]
      expect(answers.every(({ ok }) => ok)).toBe(true)
      expect(await store.get(order.orderNo)).toMatchObject({ version: 2, paidBy: outTradeNo })
    })

    test('lists the orders of one buyer, newest first, page by page, each once', async () => {
      const other = 'oOther0000000000000000000000' as OpenId
      const mine = Array.from({ length: 7 }, (_, at) => sampleOrder(`m${at}`, noonMs + Math.floor(at / 2)))
      for (const order of mine) await store.insert(order)
      await store.insert(sampleOrder('x', noonMs, other))
      const seen: Order[] = []
      let cursor: string | undefined
      do {
        const query = { name: 'ofBuyer', buyer: sampleOrder().buyer } as const
        const page = await store.find(query, { limit: 3, ...(cursor === undefined ? {} : { cursor }) })
        seen.push(...page.items)
        cursor = page.cursor
      } while (cursor !== undefined)
      expect(new Set(seen.map(({ orderNo }) => orderNo)).size).toBe(7)
      expect(seen).toHaveLength(7)
      const times = seen.map(({ createdAtMs }) => createdAtMs)
      expect(times).toEqual([...times].sort((a, b) => b - a))
      const theirs = await store.find({ name: 'ofBuyer', buyer: other }, { limit: 3 })
      expect(theirs.items).toHaveLength(1)
      expect(theirs.cursor).toBeUndefined()
    })

    test('lists by state', async () => {
      const [open, closing] = [sampleOrder('a'), sampleOrder('b')]
      await store.insert(open)
      await store.insert(closing)
      await store.replace(cancelled(closing))
      const inState = async (state: Order['state']) =>
        (await store.find({ name: 'ofBuyer', buyer: open.buyer, state }, { limit: 10 })).items.map((o) => o.orderNo)
      expect(await inState('unpaid')).toEqual([open.orderNo])
      expect(await inState('closing')).toEqual([closing.orderNo])
      expect(await inState('paid')).toEqual([])
    })

    test('finds what awaits payment, oldest first, and what is due, longest overdue first', async () => {
      const [first, second, third] = [
        sampleOrder('a', noonMs),
        sampleOrder('b', noonMs + 1),
        sampleOrder('c', noonMs + 2),
      ]
      for (const order of [second, third, first]) await store.insert(order)
      const { dueAtMs: _, ...never } = { ...third, state: 'closed' as const, version: 2 }
      await store.replace(never)
      const waiting = await store.find({ name: 'awaitingPayment' }, { limit: 10 })
      expect(waiting.items.map(({ orderNo }) => orderNo)).toEqual([first.orderNo, second.orderNo])
      const due = async (untilMs: number) =>
        (await store.find({ name: 'due', untilMs }, { limit: 10 })).items.map(({ orderNo }) => orderNo)
      expect(await due(first.payUntilMs - 1)).toEqual([])
      expect(await due(first.payUntilMs)).toEqual([first.orderNo])
      expect(await due(Number.MAX_SAFE_INTEGER)).toEqual([first.orderNo, second.orderNo])
    })

    test('finds the orders whose money moved on a day, and all of them for the owner', async () => {
      const [paid, open] = [sampleOrder('a'), sampleOrder('b', noonMs + 1)]
      await store.insert(paid)
      await store.insert(open)
      const [attempt] = paid.attempts
      if (attempt === undefined) throw new Error('an order without an attempt')
      // 23:59 and 00:01 in Beijing are two days, whatever the clock of the machine says.
      const paidAtMs = Date.UTC(2026, 10, 21, 15, 59)
      const payment = { transactionId: '4200', totalFen: paid.totalFen, paidAtMs }
      await store.replace({ ...paid, version: 2, attempts: [{ ...attempt, paid: payment }] })
      const on = async (day: string) =>
        (await store.find({ name: 'movedOn', day }, { limit: 9 })).items.map((o) => o.orderNo)
      expect(await on('20261121')).toEqual([paid.orderNo])
      expect(await on('20261122')).toEqual([])
      const all = await store.find({ name: 'all' }, { limit: 9 })
      expect(all.items.map(({ orderNo }) => orderNo)).toEqual([open.orderNo, paid.orderNo])
      expect((await store.find({ name: 'all', state: 'closed' }, { limit: 9 })).items).toEqual([])
    })

    test('finds the orders with a refund that WeChat took and has not ended', async () => {
      const [waiting, ended] = [sampleOrder('a'), sampleOrder('b')]
      const refund = {
        outRefundNo: 'r' as never,
        outTradeNo: 't' as never,
        amountFen: waiting.totalFen,
        reason: 'merchantDecision',
        state: 'accepted',
        requestedAtMs: noonMs,
      } as const
      await store.insert({ ...waiting, refunds: [refund] })
      await store.insert({ ...ended, refunds: [refund] })
      await store.replace({ ...ended, version: 2, refunds: [{ ...refund, state: 'settled', settledAtMs: noonMs }] })
      const open = async (beforeMs: number) =>
        (await store.find({ name: 'openRefund', beforeMs }, { limit: 9 })).items.map(({ orderNo }) => orderNo)
      expect(await open(noonMs)).toEqual([])
      expect(await open(noonMs + 1)).toEqual([waiting.orderNo])
    })

    test('has an empty page for a cursor that it never gave', async () => {
      await store.insert(sampleOrder())
      const query = { name: 'ofBuyer', buyer: sampleOrder().buyer } as const
      expect(await store.find(query, { limit: 3, cursor: 'nonsense' })).toEqual({ items: [] })
    })
  })
}

const entry = { effect: { kind: 'closePayment', outTradeNo: 'x' as never }, tries: 0, notBeforeMs: 0 } as const
