import { beforeEach, describe, expect, it } from 'vitest'
import { buyer } from '../../testing/memory-world.ts'
import { tipActs } from '../../testing/tip/tip-acts.ts'
import { type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'
import { reconcilePayment } from './reconcile-payment.ts'

const minute = 60_000
const hour = 60 * minute

let world: TipWorld
beforeEach(async () => {
  world = await tipWorld()
})
const { open, refresh, give, giveBack, page, clean, incidents, push } = tipActs(() => world)

describe('money that goes back', () => {
  it('leaves the board at once and arrives when WeChat says so, lost push or not', async () => {
    const { orderNo, outTradeNo } = await give('a')
    await giveBack(orderNo)
    expect(await page()).toMatchObject({ totalFen: 0, tips: 0, recent: [], leaders: [] })
    expect(await refresh(orderNo)).toMatchObject({ state: 'completed', refunds: [{ state: 'accepted' }] })
    world.xpay.endRefunds()
    world.pass(31 * minute)
    await clean()
    expect(await refresh(orderNo)).toMatchObject({ state: 'refunded', refundedFen: 500 })
    expect(world.xpay.orders.get(outTradeNo)?.left).toBe(0)
    expect(await incidents()).toEqual([])
  })

  it('of a tip in coins returns the coins first', async () => {
    const { orderNo, outTradeNo } = await give('a', 1234)
    await giveBack(orderNo)
    for (const ms of [minute, minute]) {
      world.pass(ms)
      await clean()
    }
    expect(world.xpay.orders.get(outTradeNo)?.left).toBe(0)
    expect(world.xpay.coins(buyer)).toBe(0)
  })

  it('is one refund, whichever answer was lost', async () => {
    for (const [n, path] of ['query_order', 'refund_order', 'stable_token', 'refund_order'].entries()) {
      const { orderNo, outTradeNo } = await give(`lost${n}`)
      world.xpay.fail(path, n % 2 === 0 ? 'before' : 'after', 2)
      await giveBack(orderNo)
      for (const ms of [minute, 2 * minute, 4 * minute]) {
        world.pass(ms)
        await clean()
      }
      expect(world.xpay.orders.get(outTradeNo)?.left).toBe(0)
      expect((await world.deps.orders.get(orderNo))?.refunds).toMatchObject([{ state: 'accepted' }])
    }
  })

  it('that Apple gave is seen by push, leaves the board, and is listed', async () => {
    const { orderNo, outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo, true)
    await refresh(orderNo)
    world.xpay.takeBack(outTradeNo, 500)
    const refund = { MsgType: 'event', Event: 'xpay_refund_notify', OpenId: buyer, MchOrderId: outTradeNo }
    expect(await push(refund)).toBe('acknowledged')
    expect(await push(refund)).toBe('acknowledged')
    expect(await page()).toMatchObject({ totalFen: 0, tips: 0 })
    expect((await refresh(orderNo)).tip.progress).toBe('takenBack')
    expect(await incidents()).toEqual(['billDifference'])
  })

  it('by ourselves while WeChat is asked what is left, is no money that went back without us', async () => {
    const { orderNo, outTradeNo } = await give('a')
    const { tip } = world.deps
    if (tip === undefined) throw new Error('no tips')
    let asked = 0
    const left: typeof tip.virtualPayment.left = async (...payment) => {
      if (++asked === 1) await giveBack(orderNo)
      return await tip.virtualPayment.left(...payment)
    }
    const deps = { ...world.deps, tip: { ...tip, virtualPayment: { ...tip.virtualPayment, left } } }
    await reconcilePayment(deps, { outTradeNo, payer: buyer }, world.deps.clock.nowMs() + hour)
    expect(asked).toBe(2)
    expect((await world.deps.orders.get(orderNo))?.detail).not.toHaveProperty('takenBackBy')
    expect(await incidents()).toEqual([])
  })

  it.each(['abnormal', 'closed'] as const)('that ends %s has not arrived: the owner hears of it', async (end) => {
    const { orderNo } = await give('a')
    await giveBack(orderNo)
    world.xpay.endRefunds(end)
    world.pass(31 * minute)
    await clean()
    expect(await refresh(orderNo)).toMatchObject({ state: 'completed', refunds: [{ state: end }] })
    expect(await incidents()).toEqual(['refundStuck'])
  })

  it('cannot be asked of Apple by us: the refund is listed as stuck', async () => {
    const { orderNo, outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo, true)
    await refresh(orderNo)
    await giveBack(orderNo)
    for (let n = 0; n < 8; n++) {
      world.pass(hour)
      await clean()
    }
    expect(await incidents()).toContain('refundStuck')
  })
})
