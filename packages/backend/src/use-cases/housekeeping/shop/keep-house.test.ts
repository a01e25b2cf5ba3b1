import type { OutTradeNo } from '@pay/core'
import { beforeEach, expect, test } from 'vitest'
import { buyer, type MemoryWorld, memoryWorld, requestId } from '../../../testing/memory-world.ts'
import { greenCup, line } from '../../../testing/shop/test-goods.ts'
import { placeShopOrder } from '../../shop/place-shop-order.ts'
import { keepHouse } from '../keep-house.ts'

const minute = 60_000
let world: MemoryWorld
beforeEach(async () => {
  world = await memoryWorld()
  await world.deps.stock.add(greenCup, 1_000, 'delivery', 0)
})

const place = async (count: number) => {
  for (let at = 0; at < count; at++) {
    const input = { requestId: requestId(`n${at}`), lines: [line(greenCup)], remark: '', couponIds: [] }
    const placed = await placeShopOrder(world.deps, input, world.call())
    if (!placed.ok) throw new Error(placed.refusal.code)
  }
}
const states = async () => {
  const page = await world.deps.orders.find({ name: 'all' }, { limit: 1_000 })
  const counts: Record<string, number> = {}
  for (const { state } of page.items) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
const payAll = () => {
  for (const outTradeNo of world.wechat.trades.keys()) world.wechat.pay(outTradeNo as OutTradeNo, buyer)
}

test('looks at every order, however many pages there are', async () => {
  await place(120)
  payAll()
  await keepHouse(world.deps, Number.POSITIVE_INFINITY)
  expect(await states()).toEqual({ paid: 120 })
})

test('two copies at once do no harm', async () => {
  await place(30)
  payAll()
  await Promise.all([1, 2, 3].map(() => keepHouse(world.deps, Number.POSITIVE_INFINITY)))
  expect(await states()).toEqual({ paid: 30 })
  const { items } = await world.deps.orders.find({ name: 'all' }, { limit: 100 })
  for (const { history, outbox } of items) {
    expect(history.filter(({ what }) => what === 'payment.seen')).toHaveLength(1)
    expect(outbox).toEqual([])
  }
  expect((await world.deps.stock.levels([greenCup])).get(greenCup)).toBe(980)
})

test('stops in time, and goes on there the next time', async () => {
  await place(12)
  payAll()
  // WeChat takes a second for every answer.
  const query: typeof world.wechat.query = async (outTradeNo) => {
    world.pass(1_000)
    return await world.wechat.query(outTradeNo)
  }
  const slow = { ...world.deps, gateways: { cloudPay: { ...world.wechat, query } } }
  const paid: number[] = []
  for (let run = 0; run < 4; run++) {
    const startMs = world.deps.clock.nowMs()
    await keepHouse(slow, startMs + 4_000)
    expect(world.deps.clock.nowMs() - startMs).toBeLessThanOrEqual(5_000)
    paid.push((await states()).paid ?? 0)
  }
  expect(paid).toEqual([4, 8, 12, 12])
})

test('one order that cannot be looked after does not keep the others waiting', async () => {
  await place(5)
  payAll()
  const [first] = world.wechat.trades.keys()
  const query: typeof world.wechat.query = async (outTradeNo) => {
    if (outTradeNo === first) throw new Error('a bug, just here')
    return await world.wechat.query(outTradeNo)
  }
  await keepHouse({ ...world.deps, gateways: { cloudPay: { ...world.wechat, query } } }, Number.POSITIVE_INFINITY)
  expect(await states()).toEqual({ paid: 4, unpaid: 1 })
  expect(world.lines).toContainEqual(expect.objectContaining({ level: 'error', job: 'unpaidOrders' }))
})

test('one job in trouble does not keep the others from running', async () => {
  await place(3)
  payAll()
  const hints = { ...world.deps.hints, list: () => Promise.reject(new Error('hints are down')) }
  const stock = { ...world.deps.stock, withHoldsBefore: () => Promise.reject(new Error('stock is down')) }
  const report = await keepHouse({ ...world.deps, hints, stock }, Number.POSITIVE_INFINITY)
  expect(report).toMatchObject({ unpaidOrders: 3, bills: 0 })
  expect(report).not.toHaveProperty('hints')
  expect(await states()).toEqual({ paid: 3 })
})

test('closes a hundred unpaid orders and gives every piece back', async () => {
  await place(100)
  for (let i = 0; i < 34; i++) {
    world.pass(minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
  }
  expect(await states()).toEqual({ closed: 100 })
  expect((await world.deps.stock.levels([greenCup])).get(greenCup)).toBe(1_010)
})
