import type { OrderNo, OutTradeNo } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { buyer, type MemoryWorld, memoryWorld, requestId, stranger } from '../../testing/memory-world.ts'
import { beans, greenCup, line } from '../../testing/shop/test-goods.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import { cancelOrder } from '../order/cancel-order.ts'
import { getOrder } from '../order/get-order.ts'
import { payOrder } from '../order/pay-order.ts'
import { refreshOrder } from '../order/refresh-order.ts'
import { placeShopOrder } from './place-shop-order.ts'

const minute = 60_000
let world: MemoryWorld
beforeEach(async () => {
  world = await memoryWorld()
})

const place = (name = 'a', lines = [line(greenCup, 2)], openid = buyer) =>
  placeShopOrder(world.deps, { requestId: requestId(name), lines, remark: '', couponIds: [] }, world.call(openid))

const placed = async (name = 'a', lines = [line(greenCup, 2)]) => {
  const answer = await place(name, lines)
  if (!answer.ok) throw new Error(answer.refusal.code)
  const { orderNo } = answer.value.order
  return { orderNo, outTradeNo: `${orderNo}-1` as OutTradeNo, ...answer.value }
}

const order = async (orderNo: OrderNo) => {
  const found = await world.deps.orders.get(orderNo)
  if (found === undefined) throw new Error(`no order ${orderNo}`)
  return found
}

const shelf = async () => (await world.deps.stock.levels([greenCup])).get(greenCup)

const notice = (outTradeNo: OutTradeNo, transactionId = `4200${outTradeNo}`) =>
  ({
    kind: 'notice',
    notice: { kind: 'payment', rail: 'cloudPay', outTradeNo, transactionId, payer: buyer, totalFen: 3980 as never },
  }) as const

const minutesPass = async (minutes: number) => {
  for (let i = 0; i < minutes; i++) {
    world.pass(minute)
    await keepHouse(world.deps, world.deps.clock.nowMs() + 20_000)
  }
}

describe('buying', () => {
  test('a buyer places an order, pays, and the notice makes it paid and sells the stock', async () => {
    const { orderNo, outTradeNo, payment } = await placed()
    expect(payment).toMatchObject({ rail: 'cloudPay', package: `prepay_id=${outTradeNo}` })
    expect(await shelf()).toBe(8)

    expect(world.wechat.pay(outTradeNo, buyer)).toBe(true)
    expect(await handleNotice(world.deps, notice(outTradeNo), Number.POSITIVE_INFINITY)).toBe('acknowledged')
    const paid = await order(orderNo)
    expect(paid).toMatchObject({ state: 'paid', totalFen: 3980, outbox: [] })
    expect(paid.history.map(({ what }) => what)).toEqual(['order.placed', 'payment.seen'])
    expect(await shelf()).toBe(8)
  })

  test('the same request places one order however often it is sent', async () => {
    const first = await placed()
    const again = await placed()
    expect(again.orderNo).toBe(first.orderNo)
    expect(again.payment).toEqual(first.payment)
    expect(await shelf()).toBe(8)
    expect(world.wechat.trades.size).toBe(1)
  })

  test('the same request with other content is refused', async () => {
    await placed()
    expect(await place('a', [line(greenCup, 1)])).toMatchObject({ ok: false, refusal: { code: 'REQUEST_REUSED' } })
  })

  test('two buyers with the same requestId have two orders', async () => {
    const mine = await placed()
    const theirs = await place('a', [line(greenCup)], stranger)
    expect(theirs.ok && theirs.value.order.orderNo).not.toBe(mine.orderNo)
  })

  test('what falls short is refused, what was held for the other lines is back, and a retry says the same', async () => {
    await world.deps.stock.add(beans, -9, 'shrink', 0)
    for (let i = 0; i < 2; i++) {
      const answer = await place('a', [line(greenCup, 2), line(beans, 2)])
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'OUT_OF_STOCK', skuId: beans, available: 1 } })
      expect(await shelf()).toBe(10)
    }
    expect(world.wechat.trades.size).toBe(0)
  })

  test('another buyer cannot see, pay, refresh or cancel the order', async () => {
    const { orderNo } = await placed()
    for (const ask of [getOrder, payOrder, refreshOrder, cancelOrder])
      expect(await ask(world.deps, { orderNo }, world.call(stranger))).toEqual({
        ok: false,
        refusal: { code: 'NOT_FOUND' },
      })
  })
})

describe('paying', () => {
  test('paying again uses the same payment', async () => {
    const { orderNo, payment } = await placed()
    world.pass(minute)
    const again = await payOrder(world.deps, { orderNo }, world.call())
    expect(again.ok && again.value.payment).toEqual(payment)
    expect(world.wechat.trades.size).toBe(1)
  })

  test('the notice five times is one change', async () => {
    const { orderNo, outTradeNo } = await placed()
    world.wechat.pay(outTradeNo, buyer)
    for (let i = 0; i < 5; i++) await handleNotice(world.deps, notice(outTradeNo), Number.POSITIVE_INFINITY)
    expect((await order(orderNo)).history.filter(({ what }) => what === 'payment.seen')).toHaveLength(1)
  })

  test('a notice of an unpaid order changes nothing and is not acknowledged', async () => {
    const { orderNo, outTradeNo } = await placed()
    const before = await order(orderNo)
    expect(await handleNotice(world.deps, notice(outTradeNo), Number.POSITIVE_INFINITY)).toBe('repeat')
    expect(await order(orderNo)).toBe(before)
  })

  test('with the notice lost, the next run of the timer finds the payment', async () => {
    const { orderNo, outTradeNo } = await placed()
    world.wechat.pay(outTradeNo, buyer)
    await minutesPass(1)
    expect((await order(orderNo)).state).toBe('paid')
  })

  test('the buyer who comes back sees the order paid without any notice', async () => {
    const { orderNo, outTradeNo } = await placed()
    world.wechat.pay(outTradeNo, buyer)
    const answer = await refreshOrder(world.deps, { orderNo }, world.call())
    expect(answer.ok && answer.value.state).toBe('paid')
  })
})

describe('closing', () => {
  test('unpaid past its deadline: closed at WeChat too, stock back', async () => {
    const { orderNo, outTradeNo } = await placed()
    await minutesPass(32)
    expect((await order(orderNo)).state).toBe('closed')
    expect(world.wechat.trades.get(outTradeNo)?.state).toBe('closed')
    expect(await shelf()).toBe(10)
  })

  test('cancelled: closing until WeChat takes the close after 5 minutes, stock back at once', async () => {
    const { orderNo, outTradeNo } = await placed()
    const answer = await cancelOrder(world.deps, { orderNo }, world.call())
    expect(answer.ok && answer.value.state).toBe('closing')
    expect(await shelf()).toBe(10)
    await minutesPass(7)
    expect((await order(orderNo)).state).toBe('closed')
    expect(world.wechat.trades.get(outTradeNo)?.state).toBe('closed')
  })

  test('paid while closing: the money goes back, once', async () => {
    const { orderNo, outTradeNo } = await placed()
    await cancelOrder(world.deps, { orderNo }, world.call())
    world.wechat.pay(outTradeNo, buyer)
    await minutesPass(3)
    expect((await order(orderNo)).state).toBe('closed')
    expect([...world.wechat.refunds.values()].map(({ asked }) => asked.amountFen)).toEqual([3980])
  })

  test('a reserve that lands after the close holds nothing', async () => {
    const { orderNo } = await placed()
    await cancelOrder(world.deps, { orderNo }, world.call())
    const late = { claim: orderNo, quantity: 2 }
    expect(await world.deps.stock.reserve(greenCup, late, world.deps.clock.nowMs())).toMatchObject({ kind: 'over' })
    expect(await shelf()).toBe(10)
  })

  test('stock held for an order that was never inserted comes back', async () => {
    await world.deps.stock.reserve(greenCup, { claim: '0'.repeat(26), quantity: 3 }, world.deps.clock.nowMs())
    world.pass(25 * 60 * minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
    expect(await shelf()).toBe(10)
  })
})
