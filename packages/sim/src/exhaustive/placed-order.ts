import type { SkuId } from '@pay/core'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { World } from '../world/world.ts'
import type { State } from './state.ts'

/** An order of one buyer that stands at the cashier: its piece is held, and it can be paid. */
export const placedOrder =
  (buyer: string, stock: Readonly<Record<string, number>>, lines: readonly object[]) => async (): Promise<State> => {
    const startMs = Date.UTC(2026, 10, 21, 4)
    const scheduler = new Scheduler({ random: randomOf(0, 0), weather: calm, coverage: new Map(), startMs })
    const world = new World(scheduler)
    for (const [skuId, available] of Object.entries(stock)) world.setStock(skuId as SkuId, available)
    const as = { SOURCE: 'wx_client', OPENID: buyer, CLIENTIP: '203.0.113.7' }
    await world.prepared(as, 'shop', 'placeOrder', { requestId: 'request-000000001', lines, remark: '' })
    const { orders, runners, book } = world
    return {
      nowMs: scheduler.nowMs,
      orders,
      stock: world.stock,
      runners,
      hints: new Map(),
      incidents: new Map(),
      book,
    }
  }
