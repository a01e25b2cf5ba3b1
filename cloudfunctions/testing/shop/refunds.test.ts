import { beijingDay, dayStartMs, nextDay } from '@pay/backend/cloud-pay'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud, patiently } from '../emulated-cloud.ts'

const cup = { goodsId: 'cup', skuId: 'cup-tianqing', quantity: 2 }
const minute = 60_000
const hour = 60 * minute

/** Money on its way back: through cloudPay, its notices and the bill, on the real SDK. */
describe('refunds on the emulated cloud', { timeout: 180_000 }, async () => {
  const world = await emulatedCloud()
  const { emulator, call, post } = world
  beforeEach(() => world.begin())
  afterAll(() => emulator.dispose())

  const order = async (orderNo: string) => (await call('li', 'order', 'get', { orderNo })).data
  const shelf = async () => (await call('li', 'shop', 'getGoods', { goodsId: 'cup' })).data.skus[0].available
  const owner = (action: string, input: object) => call('owner', 'owner', action, input)
  const refundOf = async (orderNo: string) => {
    const answer = await fetch(`${emulator.address}/__emulator/pay?outTradeNo=${orderNo}-1`)
    const { trades } = (await answer.json()) as { trades: { refunds: { outRefundNo: string; refundFee: number }[] }[] }
    return trades[0]?.refunds ?? []
  }
  const until = async (orderNo: string, holds: (order: { state: string; refunds: { state: string }[] }) => boolean) => {
    // By the wall clock: on a busy machine a notice may wait for its function to start.
    const endMs = Date.now() + patiently.timeout
    while (Date.now() < endMs) {
      const now = await order(orderNo)
      if (holds(now)) return now
      await emulator.advance(1_000)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`${orderNo}: ${JSON.stringify(await order(orderNo)).slice(0, 400)}`)
  }
  /** What is sold while it is being refunded comes back a pause of the outbox later. */
  const shelfBecomes = async (pieces: number) => {
    for (let i = 0; i < 60 && (await shelf()) !== pieces; i++) await emulator.advance(minute)
    expect(await shelf()).toBe(pieces)
  }
  const paid = async (name = 'a', more: object = {}) => {
    const input = { requestId: `request-${name.padStart(12, '0')}`, lines: [cup], ...more }
    const placed = await call('li', 'shop', 'placeOrder', input)
    if (!placed.ok) throw new Error(JSON.stringify(placed.error))
    const { orderNo, totalFen } = placed.data.order
    await post('/__emulator/pay/outcome', { outTradeNo: `${orderNo}-1`, action: 'pay', user: 'li' })
    await until(orderNo, ({ state }) => state === 'paid')
    return { orderNo: orderNo as string, totalFen: totalFen as number }
  }

  test('in full, before it is sent: settled by the notice, the stock is back on the shelf', async () => {
    const { orderNo, totalFen } = await paid()
    const asked = await owner('refund', { orderNo, key: 'all1', amountFen: totalFen })
    expect(asked).toMatchObject({ ok: true, data: { refunds: [{ amountFen: totalFen }] } })
    // The notice may be faster than the answer.
    expect(['accepted', 'settled']).toContain(asked.data.refunds[0].state)
    const after = await until(orderNo, ({ state }) => state === 'refunded')
    expect(after).toMatchObject({ refundedFen: totalFen, detail: { fulfilment: 'revoked' } })
    await shelfBecomes(20)
  })

  test('in parts, up to what was paid and not a fen more; the same key is the same refund', async () => {
    const { orderNo, totalFen } = await paid()
    for (let i = 0; i < 3; i++) await owner('refund', { orderNo, key: 'one', amountFen: 1_000 })
    await owner('refund', { orderNo, key: 'two', amountFen: 2_000 })
    expect(await owner('refund', { orderNo, key: 'one', amountFen: 999 })).toMatchObject({
      error: { code: 'REFUND_REUSED' },
    })
    expect(await owner('refund', { orderNo, key: 'more', amountFen: totalFen })).toMatchObject({
      error: { code: 'REFUND_TOO_MUCH', refundableFen: totalFen - 3_000 },
    })
    expect((await refundOf(orderNo)).map(({ refundFee }) => refundFee).sort()).toEqual([1_000, 2_000])
    const after = await until(orderNo, ({ refunds }) => refunds.every(({ state }) => state === 'settled'))
    expect(after).toMatchObject({ state: 'paid', refundedFen: 3_000 })
    expect(await shelf()).toBe(18)
  })

  test.each(['before', 'after'])(
    'WeChat fails %s it acts: submitted again under the same number, paid back once',
    async (when) => {
      const { orderNo } = await paid()
      await post('/__emulator/faults', {
        when: { party: 'pay', action: 'refund' },
        fault: { kind: 'error', after: when === 'after', code: 'SYS_ERR', message: 'wx api error: -202' },
        times: 1,
      })
      await owner('refund', { orderNo, key: 'one', amountFen: 500 })
      await until(orderNo, ({ refunds }) => refunds[0]?.state === 'settled')
      expect((await refundOf(orderNo)).map(({ refundFee }) => refundFee)).toEqual([500])
    },
  )

  test('with the notice lost and the lists of the query empty, as in production, the bill of the day settles it', async () => {
    const { orderNo } = await paid()
    await post('/__emulator/pay/settings', { emptyRefundLists: true })
    await post('/__emulator/faults', { when: { party: 'notices' }, fault: { kind: 'lose' }, times: 0 })
    await owner('refund', { orderNo, key: 'one', amountFen: 500 })
    await emulator.advance(10 * minute)
    expect((await order(orderNo)).refunds[0].state).toBe('accepted')
    // A minute after the bill of today can be had: 10:05 tomorrow, in Beijing.
    const nowMs = emulator.context.clock.now()
    await emulator.advance(dayStartMs(nextDay(beijingDay(nowMs))) + 10 * hour + 6 * minute - nowMs)
    expect((await order(orderNo)).refunds[0].state).toBe('settled')
    const incidents = await owner('listIncidents', {})
    expect(incidents.data.items).toEqual([])
  })

  test('sent, received, and one cup sent back: half the money and no more', async () => {
    const { orderNo, totalFen } = await paid()
    await owner('ship', { orderNo, carrier: 'SF', trackingNo: 'SF1234567890', all: true })
    expect((await call('li', 'shop', 'confirmReceipt', { orderNo })).data.state).toBe('completed')
    const asked = await call('li', 'shop', 'askAfterSale', {
      orderNo,
      requestId: 'request-after-sale-1',
      pieces: [{ skuId: cup.skuId, quantity: 1 }],
      wants: 'returnAndRefund',
      reason: 'damaged',
    })
    expect(asked).toMatchObject({ ok: true })
    const [{ key }] = asked.data.detail.afterSales
    await owner('agreeAfterSale', { orderNo, key })
    await call('li', 'shop', 'sendBack', { orderNo, key, carrier: 'SF', trackingNo: 'SF0987654321' })
    await owner('acceptReturn', { orderNo, key, restock: true })
    const after = await until(orderNo, ({ refunds }) => refunds[0]?.state === 'settled')
    expect(after).toMatchObject({ state: 'completed', refundedFen: totalFen / 2 })
    await shelfBecomes(19)
  })

  test('who is no owner finds nothing', async () => {
    const { orderNo } = await paid()
    for (const [action, input] of [
      ['getOrder', { orderNo }],
      ['listOrders', {}],
      ['refund', { orderNo, key: 'mine', amountFen: 1 }],
      ['restock', { requestId: 'request-000000000009', skuId: 'cup-fenqing', more: 1 }],
    ] as const)
      expect(await call('li', 'owner', action, input)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(await refundOf(orderNo)).toEqual([])
  })
})
