import type { SignedQuote } from '@pay/core'
import { payTrade } from '@pay/emulator/book'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { owner } from '../world/functions.ts'
import { World } from '../world/world.ts'
import type { State } from './state.ts'

export const taskBuyer = 'oBuyer1000000000000000000000'
export const firstRunner = 'oRunner100000000000000000000'
export const secondRunner = 'oRunner200000000000000000000'

/** A task that is paid and stands in the hall, and two runners whom the owner has approved. */
export const paidTask = async (): Promise<State> => {
  const random = randomOf(0, 0)
  const startMs = Date.UTC(2026, 10, 21, 4)
  const scheduler = new Scheduler({ random, weather: calm, coverage: new Map(), startMs })
  const world = new World(scheduler)
  const as = (openid: string) => ({ SOURCE: 'wx_client', OPENID: openid, CLIENTIP: '203.0.113.7' })
  for (const openid of [firstRunner, secondRunner]) {
    const applied = await world.prepared(as(openid), 'errand', 'apply', { name: '李师傅', phone: '13900000002' })
    const { runnerNo } = applied as { readonly runnerNo: string }
    await world.prepared(as(owner), 'owner', 'auditRunner', { runnerNo, move: 'approve' })
  }
  const to = { lat: 30.246026, lng: 120.210792 }
  const terms = { kind: 'do' }
  const quote = (await world.prepared(as(taskBuyer), 'errand', 'quote', { ...terms, to })) as SignedQuote
  const place = { ...to, address: '浙江省杭州市上城区解放东路 2 号', name: '王小姐', phone: '13800000001' }
  const input = { requestId: 'request-errand-0001', ...terms, to: place, what: '排队', quote }
  await world.prepared(as(taskBuyer), 'errand', 'publish', input)
  const [order] = world.orders.values()
  const [trade] = world.book.trades.values()
  if (order === undefined || trade === undefined) throw new Error('no task was published')
  payTrade(world.book, trade, scheduler.nowMs)
  await world.prepared(as(taskBuyer), 'order', 'refresh', { orderNo: order.orderNo })
  const { orders, stock, runners, book } = world
  return { nowMs: scheduler.nowMs, orders, stock, runners, hints: new Map(), incidents: new Map(), book }
}
