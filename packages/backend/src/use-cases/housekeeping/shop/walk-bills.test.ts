import { fen, type OrderNo, type OutRefundNo, type OutTradeNo } from '@pay/core'
import { beforeEach, expect, test } from 'vitest'
import type { BillAnswer } from '../../../ports/gateway.ts'
import { buyer, type MemoryWorld, memoryWorld, requestId } from '../../../testing/memory-world.ts'
import { greenCup, line } from '../../../testing/shop/test-goods.ts'
import { cancelOrder } from '../../order/cancel-order.ts'
import { refreshOrder } from '../../order/refresh-order.ts'
import { placeShopOrder } from '../../shop/place-shop-order.ts'
import { keepHouse } from '../keep-house.ts'
import { walkBills } from '../walk-bills.ts'

const minute = 60_000
const hour = 60 * minute
let world: MemoryWorld
beforeEach(async () => {
  // Noon in Beijing: the bill of this day is there 22 hours and 5 minutes later.
  world = await memoryWorld(Date.UTC(2026, 10, 21, 4))
  await walkBills(world.deps, Number.POSITIVE_INFINITY)
})

const placed = async (name = 'a') => {
  const input = { requestId: requestId(name), lines: [line(greenCup)], remark: '', couponIds: [] }
  const answer = await placeShopOrder(world.deps, input, world.call())
  if (!answer.ok) throw new Error(answer.refusal.code)
  const { orderNo } = answer.value.order
  return { orderNo, outTradeNo: `${orderNo}-1` as OutTradeNo }
}
const minutesPass = async (minutes: number) => {
  for (let i = 0; i < minutes; i++) {
    world.pass(minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
  }
}
const nextMorning = async () => {
  world.pass(22 * hour)
  await minutesPass(8)
}
const order = async (orderNo: OrderNo) => {
  const found = await world.deps.orders.get(orderNo)
  if (found === undefined) throw new Error(`no order ${orderNo}`)
  return found
}
const incidents = async () => (await world.deps.incidents.open({ limit: 20 })).items

test('paid after a confirmed close, every notice lost: the bill of the day sends the money back', async () => {
  const { orderNo, outTradeNo } = await placed()
  await cancelOrder(world.deps, { orderNo }, world.call())
  await minutesPass(8)
  expect((await order(orderNo)).state).toBe('closed')
  // WeChat closed it and took the money all the same: seen once in a million.
  world.wechat.payStray(outTradeNo, buyer, fen(1990))
  await minutesPass(30)
  expect(world.wechat.refunds.size).toBe(0)
  await nextMorning()
  expect((await order(orderNo)).refunds).toMatchObject([{ amountFen: 1990, reason: 'latePayment', state: 'accepted' }])
  expect([...world.wechat.refunds.values()].map(({ asked }) => asked.amountFen)).toEqual([1990])
  expect(await incidents()).toEqual([])
})

test('money that no order explains is listed and sent back, once, under one number', async () => {
  const stray = `${'7'.repeat(26)}-1` as OutTradeNo
  world.wechat.payStray(stray, buyer, fen(500))
  await nextMorning()
  await world.deps.bookmarks.set('bill:cloudPay', '20261120')
  await world.deps.bookmarks.set('billAsk:cloudPay', undefined)
  await minutesPass(2)
  expect([...world.wechat.refunds.keys()]).toEqual([`${stray}-orphan`])
  expect(await incidents()).toMatchObject([{ kind: 'orphanPayment', facts: { outTradeNo: stray, paidFen: 500 } }])
})

test("the payments of the merchant's other shops are left alone", async () => {
  const stray = `${'7'.repeat(26)}-1` as OutTradeNo
  world.wechat.payStray(stray, buyer, fen(500))
  const { bill } = world.wechat
  if (bill === undefined) throw new Error('a rail without a bill')
  const foreign = async (day: string): Promise<BillAnswer> => {
    const answer = await bill(day)
    return answer.kind === 'bill' ? { ...answer, rows: answer.rows.map((row) => ({ ...row, ours: false })) } : answer
  }
  const deps = { ...world.deps, gateways: { cloudPay: { ...world.wechat, bill: foreign } } }
  world.pass(23 * hour)
  expect(await walkBills(deps, Number.POSITIVE_INFINITY)).toBe(1)
  expect(world.wechat.refunds.size).toBe(0)
  expect(await incidents()).toEqual([])
})

test('a refund whose notice was lost is settled by the bill', async () => {
  const { orderNo, outTradeNo } = await placed()
  await cancelOrder(world.deps, { orderNo }, world.call())
  world.wechat.pay(outTradeNo, buyer)
  await minutesPass(2)
  const [refund] = (await order(orderNo)).refunds
  if (refund === undefined) throw new Error('nothing was refunded')
  world.wechat.settleRefund(refund.outRefundNo)
  await nextMorning()
  expect((await order(orderNo)).refunds).toMatchObject([{ state: 'settled' }])
})

test.each(['abnormal', 'closed'] as const)(
  'a refund that ended as %s, of which the bill alone speaks, is listed for a person, once',
  async (state) => {
    const { orderNo, outTradeNo } = await placed()
    await cancelOrder(world.deps, { orderNo }, world.call())
    world.wechat.pay(outTradeNo, buyer)
    await minutesPass(2)
    const [refund] = (await order(orderNo)).refunds
    if (refund === undefined) throw new Error('nothing was refunded')
    world.wechat.settleRefund(refund.outRefundNo, state)
    Object.assign(world.wechat, { queryRefund: async () => ({ kind: 'unknown', reason: 'empty lists' }) })
    await nextMorning()
    await world.deps.bookmarks.set('bill:cloudPay', '20261120')
    await world.deps.bookmarks.set('billAsk:cloudPay', undefined)
    await minutesPass(2)
    expect((await order(orderNo)).refunds).toMatchObject([{ state }])
    expect(await incidents()).toMatchObject([
      { kind: 'refundStuck', facts: { orderNo, outRefundNo: refund.outRefundNo, answer: state } },
    ])
  },
)

test('what we booked and WeChat does not have is listed, and so is another amount', async () => {
  const [missing, differs] = [await placed('a'), await placed('b')]
  for (const { orderNo, outTradeNo } of [missing, differs]) {
    world.wechat.pay(outTradeNo, buyer)
    await refreshOrder(world.deps, { orderNo }, world.call())
  }
  const trades = world.wechat.trades as unknown as Map<OutTradeNo, { totalFen: number }>
  trades.delete(missing.outTradeNo)
  trades.set(differs.outTradeNo, { ...trades.get(differs.outTradeNo), totalFen: 1989 })
  await nextMorning()
  const found = (await incidents()).map(({ kind, facts }) => [kind, facts.outTradeNo, facts.difference])
  expect(found).toContainEqual(['billDifference', missing.outTradeNo, 'missingThere'])
  expect(found).toContainEqual(['billDifference', differs.outTradeNo, 'amountDiffers'])
  expect(found).toHaveLength(2)
})

test('a refund made by hand at the merchant platform is listed by its numbers there, once', async () => {
  const { orderNo, outTradeNo } = await placed()
  world.wechat.pay(outTradeNo, buyer)
  await refreshOrder(world.deps, { orderNo }, world.call())
  const outRefundNo = '50300000002026112100000001' as OutRefundNo
  const bill = async (day: string): Promise<BillAnswer> => {
    const answer = await world.wechat.bill(day)
    if (answer.kind !== 'bill') return answer
    const byHand = answer.rows.map((row) => {
      return { ...row, kind: 'refund' as const, outRefundNo, refundState: 'settled' as const, amountFen: fen(500) }
    })
    return { ...answer, rows: [...answer.rows, ...byHand] }
  }
  const deps = { ...world.deps, gateways: { cloudPay: { ...world.wechat, bill } } }
  world.pass(22 * hour)
  for (let i = 0; i < 20; i++) {
    world.pass(minute)
    await keepHouse(deps, Number.POSITIVE_INFINITY)
  }
  const facts = { difference: 'missingHere', todo: 'askPerson', outTradeNo, outRefundNo, billFen: 500 }
  expect(await incidents()).toMatchObject([{ kind: 'billDifference', facts }])
  expect((await order(orderNo)).refunds).toEqual([])
})

test('a timer that slept for a week walks every day of it', async () => {
  const asked: string[] = []
  const bill = async (day: string): Promise<BillAnswer> => {
    asked.push(day)
    return { kind: 'none' }
  }
  const deps = { ...world.deps, gateways: { cloudPay: { ...world.wechat, bill } } }
  world.pass(7 * 24 * hour)
  await walkBills(deps, Number.POSITIVE_INFINITY)
  expect(asked).toEqual(['20261121', '20261122', '20261123', '20261124', '20261125', '20261126', '20261127'])
})

test('a bill that is not made yet is asked for again a quarter of an hour later', async () => {
  let asked = 0
  const bill = async (): Promise<BillAnswer> => {
    asked++
    return { kind: 'unknown', reason: 'SYSTEMERROR' }
  }
  const deps = { ...world.deps, gateways: { cloudPay: { ...world.wechat, bill } } }
  world.pass(23 * hour)
  for (let i = 0; i < 16; i++) {
    await walkBills(deps, Number.POSITIVE_INFINITY)
    world.pass(minute)
  }
  expect(asked).toBe(2)
})

test('a bill too long for one run goes on where it stopped', async () => {
  for (const name of ['a', 'b', 'c', 'd']) {
    const { orderNo, outTradeNo } = await placed(name)
    world.wechat.pay(outTradeNo, buyer)
    await refreshOrder(world.deps, { orderNo }, world.call())
  }
  world.pass(23 * hour)
  // Every order takes a minute to look up: two fit into a run.
  const slow = {
    ...world.deps,
    orders: {
      ...world.deps.orders,
      get: async (orderNo: OrderNo) => {
        world.pass(minute)
        return await world.deps.orders.get(orderNo)
      },
    },
  }
  const runs: (string | undefined)[] = []
  for (let run = 0; run < 3; run++) {
    await walkBills(slow, world.deps.clock.nowMs() + 2 * minute)
    runs.push(await world.deps.bookmarks.get('billRow:cloudPay:20261121'))
  }
  expect(runs).toEqual(['2', '4', undefined])
  expect(await world.deps.bookmarks.get('bill:cloudPay')).toBe('20261121')
})

/** Cancelled in the last hour of the day, WeChat takes the refund in the first hour of the next one. */
const refundedOverMidnight = async () => {
  world.pass(11 * hour)
  const { orderNo, outTradeNo } = await placed()
  await cancelOrder(world.deps, { orderNo }, world.call())
  world.wechat.pay(outTradeNo, buyer)
  const deaf = { ...world.wechat, refund: async () => ({ kind: 'unknown', reason: 'timeout' }) as const }
  await keepHouse({ ...world.deps, gateways: { cloudPay: deaf } }, Number.POSITIVE_INFINITY)
  world.pass(1.5 * hour)
  await minutesPass(1)
  const [refund] = (await order(orderNo)).refunds
  if (refund === undefined) throw new Error('nothing was refunded')
  expect(refund).toMatchObject({ state: 'accepted' })
  world.wechat.settleRefund(refund.outRefundNo)
  return orderNo
}
/** Notices are lost, and the query of refunds is as empty as in production: only the bill tells. */
const toldByBillsAlone = () => ({
  ...world.deps,
  gateways: {
    cloudPay: { ...world.wechat, queryRefund: async () => ({ kind: 'unknown', reason: 'empty lists' }) as const },
  },
})

test('a refund of which only the next day’s bill knows is settled by it, and nobody is called for that', async () => {
  const orderNo = await refundedOverMidnight()
  for (let days = 0; days < 5; days++) {
    world.pass(24 * hour)
    await keepHouse(toldByBillsAlone(), Number.POSITIVE_INFINITY)
  }
  expect((await order(orderNo)).refunds).toMatchObject([{ state: 'settled' }])
  expect(await incidents()).toEqual([])
  const [refund] = (await order(orderNo)).refunds
  expect(await world.deps.ledger.getMany([`refund:${refund?.outRefundNo}:settled`])).toHaveLength(1)
})

test('an order that is too busy to hear of its refund keeps the day open', async () => {
  const orderNo = await refundedOverMidnight()
  world.pass(34 * hour)
  const bills = toldByBillsAlone()
  const busy = { ...bills, orders: { ...bills.orders, replace: async () => false } }
  await walkBills(busy, Number.POSITIVE_INFINITY)
  expect((await order(orderNo)).refunds).toMatchObject([{ state: 'accepted' }])
  expect(await world.deps.bookmarks.get('bill:cloudPay')).toBe('20261121')
  expect(await incidents()).toEqual([])
  await walkBills(bills, Number.POSITIVE_INFINITY)
  expect((await order(orderNo)).refunds).toMatchObject([{ state: 'settled' }])
  expect(await world.deps.bookmarks.get('bill:cloudPay')).toBe('20261122')
  expect(await incidents()).toEqual([])
})
