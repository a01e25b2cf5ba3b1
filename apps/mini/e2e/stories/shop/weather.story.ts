import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { paidOrder } from './behind.ts'

describe('a phone', () => {
  inAWorld()

  story('without a network says so, and shows the goods once it is back', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/pages/me/index')
    await anna.network('none')
    await anna.tap('首页')
    await anna.sees('网络没有回应，请检查后再试')
    await anna.network('good')
    await anna.tap('重试')
    await anna.sees('青瓷杯')
  })

  story('on a slow network orders once, however often its user taps', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/confirm/index?lines=cup.cup-tianqing.1')
    await anna.sees('提交订单 ¥68.00')
    await anna.network('slow')
    await anna.doubleTap(/提交订单 ¥/)
    await anna.sees('正在提交…')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    expect(await world.weChat.trades()).toHaveLength(1)
  })

  story('whose order WeChat took without an answer still pays it once', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/confirm/index?lines=cup.cup-tianqing.1')
    await anna.sees('提交订单 ¥68.00')
    await world.weChat.goWrong({ preset: 'order-timeout-after' })
    await anna.tap('提交订单')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    expect(await world.weChat.trades()).toHaveLength(1)
    expect(await world.weChat.documents('orders')).toHaveLength(1)
  })

  story('reads a list that failed once, on the second try', async (world) => {
    await paidOrder(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open('/pages/me/index')
    await anna.network('none')
    await anna.tap('我的订单')
    await anna.sees('没有加载出来')
    await anna.network('good')
    await anna.tap('重试')
    await anna.sees('青瓷杯')
  })
})
