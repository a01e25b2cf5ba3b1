import type { Order, SignedQuote } from '@pay/core'
import { payTrade } from '@pay/emulator/book'
import { describe, expect, test } from 'vitest'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { World } from '../world/world.ts'
import { slow } from './slow-world.ts'

/** How many open orders one run of the timer looks at, all of them paid, with calls as slow as `takesMs` says. */
const ordersPerPeriod = 150
const periodMs = 60_000
const noon = Date.UTC(2026, 10, 21, 4)

/** WeChat takes money and says nothing: every notice is lost. */
const silentWorld = (): World => {
  const weather = { ...calm, noticeLost: 1 }
  const scheduler = new Scheduler({ random: randomOf(1, 1), weather, coverage: new Map(), startMs: noon })
  const world = new World(scheduler)
  world.setStock('cup-green' as never, 10_000)
  return world
}

const as = (openid: string) => ({ SOURCE: 'wx_client', OPENID: openid, CLIENTIP: '203.0.113.7' })

/** Somebody orders in the shop, somebody asks for help, in turn. */
const place = async (world: World, at: number): Promise<void> => {
  const buyer = `oBuyer${String(at).padStart(22, '0')}`
  const requestId = `request-silence-${String(at).padStart(6, '0')}`
  if (at % 2 === 0) {
    const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]
    await world.prepared(as(buyer), 'shop', 'placeOrder', { requestId, lines, remark: '' })
    return
  }
  const to = { lat: 30.246026, lng: 120.210792 }
  const quote = (await world.prepared(as(buyer), 'errand', 'quote', { kind: 'do', to })) as SignedQuote
  const there = { ...to, address: '浙江省杭州市上城区解放东路 2 号', name: '王小姐', phone: '13800000001' }
  await world.prepared(as(buyer), 'errand', 'publish', { requestId, kind: 'do', to: there, what: '排队', quote })
}

const placedAndPaid = async (world: World, count: number): Promise<readonly Order[]> => {
  for (let at = 0; at < count; at++) await place(world, at)
  for (const trade of world.book.trades.values())
    expect(payTrade(world.book, trade, world.scheduler.nowMs).ok).toBe(true)
  return [...world.orders.values()]
}

const timerRuns = async (world: World): Promise<void> => {
  const { scheduler } = world
  scheduler.healing = true
  scheduler.current = scheduler.process('timer', 'function', 'timer', { SOURCE: 'wx_trigger' })
  await world.functions.housekeeping({}, {})
}

const unknownPayments = (world: World) => [...world.orders.values()].filter(({ state }) => state === 'unpaid').length

describe('with all notices lost', { timeout: 600_000 }, () => {
  test(`every payment is known within one period of the timer, up to ${ordersPerPeriod} open orders`, async () => {
    const world = silentWorld()
    await placedAndPaid(world, ordersPerPeriod)
    expect(unknownPayments(world)).toBe(ordersPerPeriod)
    slow(world)
    world.scheduler.nowMs = noon + periodMs
    await timerRuns(world)
    expect(unknownPayments(world)).toBe(0)
    expect(world.scheduler.nowMs).toBeLessThan(noon + 2 * periodMs)
  })

  test('three times as many are known within three periods, and no run outlasts its own', async () => {
    const world = silentWorld()
    await placedAndPaid(world, 3 * ordersPerPeriod)
    slow(world)
    for (let period = 1; period <= 3; period++) {
      world.scheduler.nowMs = noon + period * periodMs
      await timerRuns(world)
      expect(world.scheduler.nowMs).toBeLessThan(noon + (period + 1) * periodMs)
      expect(unknownPayments(world)).toBeLessThanOrEqual((3 - period) * ordersPerPeriod)
    }
  })

  test('and the rows of the database too, every payment is known within one bill and goes back to its payer', async () => {
    const world = silentWorld()
    const orders = await placedAndPaid(world, 20)
    for (const { orderNo } of orders) world.orders.delete(orderNo)
    // The timer has run since the shop opened; then comes the next morning.
    await timerRuns(world)
    expect(world.book.refunds.size).toBe(0)
    world.scheduler.nowMs += 24 * 3_600_000
    await timerRuns(world)
    expect(world.book.refunds.size).toBe(20)
    for (const trade of world.book.trades.values()) {
      expect(trade.refunds.map(({ refundFee }) => refundFee)).toEqual([trade.totalFee])
      expect([...world.incidents.keys()]).toContain(`orphanPayment-${trade.outTradeNo}`)
    }
  })
})
