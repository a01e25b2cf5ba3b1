import type { OutRefundNo, OutTradeNo } from '@pay/core'
import { beforeEach, expect, test } from 'vitest'
import { buyer, type MemoryWorld, memoryWorld, requestId } from '../../../testing/memory-world.ts'
import { greenCup, line } from '../../../testing/shop/test-goods.ts'
import { cancelOrder } from '../../order/cancel-order.ts'
import { refreshOrder } from '../../order/refresh-order.ts'
import { placeShopOrder } from '../../shop/place-shop-order.ts'
import { askOpenRefunds } from '../ask-open-refunds.ts'

const hour = 3_600_000
let world: MemoryWorld
let outRefundNo: OutRefundNo
let orderNo: Parameters<typeof refreshOrder>[1]['orderNo']
beforeEach(async () => {
  world = await memoryWorld()
  const input = { requestId: requestId('a'), lines: [line(greenCup)], remark: '', couponIds: [] }
  const placed = await placeShopOrder(world.deps, input, world.call())
  if (!placed.ok) throw new Error(placed.refusal.code)
  orderNo = placed.value.order.orderNo
  const outTradeNo = `${orderNo}-1` as OutTradeNo
  outRefundNo = `${outTradeNo}-back` as OutRefundNo
  await cancelOrder(world.deps, { orderNo }, world.call())
  world.wechat.pay(outTradeNo, buyer)
  await refreshOrder(world.deps, { orderNo }, world.call())
})

const run = () => askOpenRefunds(world.deps, Number.POSITIVE_INFINITY)
const state = async () => (await world.deps.orders.get(orderNo))?.refunds[0]?.state
const incidents = async () => (await world.deps.incidents.open({ limit: 9 })).items

test('a refund that arrived and was never spoken of again is found within the hour', async () => {
  expect(await state()).toBe('accepted')
  world.wechat.settleRefund(outRefundNo)
  expect(await run()).toBe(0)
  world.pass(hour + 1)
  expect(await run()).toBe(1)
  expect(await state()).toBe('settled')
  world.pass(hour + 1)
  expect(await run()).toBe(0)
})

test('a refund on its way is asked about once an hour, and listed for a person after a week, once', async () => {
  let asked = 0
  for (let minute = 0; minute < 8 * 24 * 60; minute += 10) {
    world.pass(10 * 60_000)
    asked += await run()
  }
  expect(asked).toBeGreaterThan(8 * 20)
  expect(asked).toBeLessThanOrEqual(8 * 24)
  expect(await incidents()).toMatchObject([{ kind: 'refundStuck', facts: { outRefundNo, answer: 'accepted' } }])
})

test('a week of silence is listed once, whatever WeChat says of the refund after', async () => {
  const silent = { ...world.wechat, queryRefund: async () => ({ kind: 'none' }) as const }
  world.pass(8 * 24 * hour)
  await askOpenRefunds({ ...world.deps, gateways: { cloudPay: silent } }, Number.POSITIVE_INFINITY)
  world.pass(hour + 1)
  await run()
  expect(await incidents()).toMatchObject([{ kind: 'refundStuck', facts: { answer: 'none' } }])
})

test.each([
  ['the card cannot take', 'abnormal'],
  ['WeChat closed', 'closed'],
] as const)('a refund that %s is listed at once', async (_, end) => {
  world.wechat.settleRefund(outRefundNo, end)
  world.pass(2 * hour)
  await run()
  expect(await state()).toBe(end)
  expect(await incidents()).toMatchObject([{ kind: 'refundStuck', facts: { answer: end } }])
})
