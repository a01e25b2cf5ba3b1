import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import type { World } from '../../world/world.ts'

const minute = 60_000

/** From the shop's first page to the cashier: one 青瓷杯. */
const orderACup = async (phone: Phone) => {
  await confirmACup(phone)
  await phone.tap(/提交订单 ¥/)
  await phone.cashier.shows()
}

const confirmACup = async (phone: Phone) => {
  await phone.open()
  await phone.tap('青瓷杯')
  await phone.tap('立即购买')
  await phone.tap('确定')
}

const onlyOrder = async ({ weChat }: World) => {
  const orders = await weChat.documents('orders')
  expect(orders).toHaveLength(1)
  return orders[0]?.order as { state: string; orderNo: string; attempts: unknown[]; history: { what: string }[] }
}

describe('one paid order', () => {
  inAWorld()

  story('is bought and paid', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await anna.tap('查看订单')
    await anna.sees('待发货')
    expect(await onlyOrder(world)).toMatchObject({ state: 'paid' })
  })

  story('is paid when its buyer, who never came back from the cashier, opens the app again', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.payAndNeverReturn()
    await anna.leaveAndReturn()
    // WeChat's notice is still on its way.
    await expect.poll(async () => (await onlyOrder(world)).state, { timeout: 15_000 }).toBe('paid')
    await anna.open('/pages/orders/index')
    await anna.sees('待发货')
  })

  story('is paid although the phone was told that it failed', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.payButReportFail()
    await anna.sees('支付成功')
  })

  story('can be cancelled at the cashier and paid again, under the same outTradeNo', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.cancel()
    await anna.sees('继续支付')
    await anna.tap('继续支付')
    await anna.cashier.wrongPasswordThenPay()
    await anna.sees('支付成功')
    const trades = await world.weChat.trades()
    expect(trades).toHaveLength(1)
    expect(trades[0]).toMatchObject({ state: 'SUCCESS' })
    expect((await onlyOrder(world)).attempts).toHaveLength(1)
  })

  story('is paid within one timer period when the notice is lost', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.notice('lost')
    await anna.cashier.payAndNeverReturn()
    await anna.close()
    await world.weChat.advance(minute)
    expect(await onlyOrder(world)).toMatchObject({ state: 'paid' })
  })

  story(
    'is still asked about while WeChat does not say so, is never called unpaid, and is paid at last',
    async (world) => {
      const anna = await world.phone('anna')
      await orderACup(anna)
      await world.weChat.goWrong({ preset: 'query-stale', times: 0 })
      await anna.cashier.notice('lost')
      await anna.cashier.pay()
      await anna.sees('正在向微信确认')
      await anna.sees('暂时没有确认到结果')
      await anna.seesNo(/支付成功|还没有付款/)
      await world.weChat.advance(2 * minute)
      await anna.tap('刷新结果')
      await anna.sees('支付成功')
      expect(await onlyOrder(world)).toMatchObject({ state: 'paid' })
    },
  )

  story('changes once when the notice comes five times', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.notice('five')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await world.weChat.advance(minute)
    const order = await onlyOrder(world)
    expect(order.history.filter(({ what }) => what === 'payment.seen')).toHaveLength(1)
  })

  story('is charged once when two phones pay it', async (world) => {
    const first = await world.phone('anna')
    await orderACup(first)
    const { orderNo } = await onlyOrder(world)
    const second = await world.phone('anna')
    await second.open(`/pages/order/index?orderNo=${orderNo}`)
    await second.tap(/继续支付|去支付/)
    await second.cashier.shows()
    await Promise.all([first.cashier.pay(), second.cashier.pay()])
    // WeChat refuses the second one at its cashier; its user closes it.
    await Promise.all([first.cashier.leave(), second.cashier.leave()])
    await first.sees('支付成功')
    await second.sees(/支付成功|待发货/)
    const trades = await world.weChat.trades()
    expect(trades.map(({ state }) => state)).toEqual(['SUCCESS'])
    expect((await onlyOrder(world)).history.filter(({ what }) => what === 'payment.seen')).toHaveLength(1)
  })

  story('closes at WeChat too when it is not paid in time, and the goods are back', async (world) => {
    const stock = async () =>
      (await world.weChat.documents('stock')).reduce((sum, one) => sum + Number(one.available), 0)
    const before = await stock()
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.cancel()
    expect(await stock()).toBe(before - 1)
    await world.weChat.advance(33 * minute)
    expect(await onlyOrder(world)).toMatchObject({ state: 'closed', closeReason: 'expired' })
    expect((await world.weChat.trades()).map(({ state }) => state)).toEqual(['CLOSED'])
    expect(await stock()).toBe(before)
    await anna.open('/pages/orders/index')
    await anna.sees('已关闭')
  })

  story('is placed once by a double tap', async (world) => {
    const anna = await world.phone('anna')
    await confirmACup(anna)
    await anna.doubleTap(/提交订单 ¥/)
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await onlyOrder(world)
  })
})

describe('a user who calls what WeChat alone may call', () => {
  inAWorld()

  story('changes nothing and learns nothing', async (world) => {
    const anna = await world.phone('anna')
    await orderACup(anna)
    await anna.cashier.cancel()
    const before = await world.weChat.documents('orders')
    const [trade] = await world.weChat.trades()
    const perfect = {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: trade?.outTradeNo,
      totalFee: trade?.totalFee,
      transactionId: '4200000000202611210000000001',
    }
    const answers = []
    for (const body of [perfect, { ...perfect, outTradeNo: { $gt: '' } }, {}])
      for (const name of ['pay-notice', 'housekeeping'])
        answers.push(JSON.stringify(await world.weChat.call('mallory', name, body).catch(String)))
    expect(new Set(answers.map((one) => one.replace(/[0-9a-f-]{36}|pay-notice|housekeeping/g, ''))).size).toBe(1)
    expect(answers.join()).not.toContain(String(trade?.outTradeNo))
    expect(await world.weChat.documents('orders')).toEqual(before)
  })
})
