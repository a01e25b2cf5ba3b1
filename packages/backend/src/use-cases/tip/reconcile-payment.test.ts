import { beforeEach, describe, expect, it } from 'vitest'
import { buyer } from '../../testing/memory-world.ts'
import { tipActs } from '../../testing/tip/tip-acts.ts'
import { type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'
import { reconcilePayment } from './reconcile-payment.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let world: TipWorld
beforeEach(async () => {
  world = await tipWorld()
})
const { open, give, clean, incidents } = tipActs(() => world)

describe('reconciliation', () => {
  it('finds a payment whose every notice was lost, after the order was closed', async () => {
    const { orderNo, outTradeNo } = await open('a')
    for (const ms of [31 * minute, 2 * hour, 2 * hour]) {
      world.pass(ms)
      await clean()
    }
    world.xpay.pay(outTradeNo)
    world.pass(day)
    await clean()
    expect((await world.deps.orders.get(orderNo))?.state).toBe('completed')
  })

  it('lists a payment whose order is gone', async () => {
    const { outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo)
    const get = world.deps.orders.get
    Object.assign(world.deps.orders, { get: async () => undefined })
    world.pass(4 * hour)
    await clean()
    Object.assign(world.deps.orders, { get })
    expect(await incidents()).toContain('orphanPayment')
  })

  it('calls nobody when one of WeChat’s servers lags behind, and does when the payment stays missing', async () => {
    const { outTradeNo } = await give('a')
    const { virtualPayment } = world.deps.tip
    const lagging = { ...world.deps, gateways: { virtualPayment: { ...virtualPayment, query: async () => stillOpen } } }
    const look = () => reconcilePayment(lagging, { outTradeNo, payer: buyer }, Number.MAX_VALUE)
    expect(await look()).toBe('open')
    expect(await incidents()).toEqual([])
    world.pass(hour)
    expect(await look()).toBe('agreed')
    expect(await incidents()).toEqual(['billDifference'])
  })
})

const stillOpen = { kind: 'open' } as const
