import { beforeEach, describe, expect, it } from 'vitest'
import { buyer } from '../../testing/memory-world.ts'
import { tipActs } from '../../testing/tip/tip-acts.ts'
import { type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
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

  it('is not done with money that went back without us while the order has not heard of it', async () => {
    const { orderNo, outTradeNo } = await give('a')
    world.xpay.takeBack(outTradeNo, 200)
    const takenBack = async () => {
      const order = await world.deps.orders.get(orderNo)
      return order?.detail.vertical === 'tip' ? order.detail.takenBackBy : undefined
    }
    // The owner is faster by a moment: between the listing and the booking.
    const record: typeof world.deps.incidents.record = async (incident) => {
      await ownerActs(world.deps, orderNo, () => ({ kind: 'tip.judgeMessage', show: false }), Number.MAX_VALUE)
      await world.deps.incidents.record(incident)
    }
    const raced = { ...world.deps, incidents: { ...world.deps.incidents, record } }
    const look = (deps: typeof world.deps) => reconcilePayment(deps, { outTradeNo, payer: buyer }, Number.MAX_VALUE)
    expect(await look(raced)).toBe('unknown')
    expect(await takenBack()).toBeUndefined()
    expect(await look(world.deps)).toBe('agreed')
    expect(await takenBack()).toMatchObject([{ amountFen: 200 }])
    expect(await incidents()).toEqual(['billDifference'])
  })
})

const stillOpen = { kind: 'open' } as const
