import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { paidOrder } from './behind.ts'

interface Items {
  readonly items: readonly object[]
}

describe('the owner’s pages', () => {
  inAWorld({ timer: '0 0 * * * * *' })

  story('are not offered to anybody else, and show nothing', async (world) => {
    const orderNo = await paidOrder(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open('/pages/me/index')
    await anna.sees('购物车')
    await anna.seesNo('商家管理')
    for (const page of ['home/index', 'orders/index', `order/index?orderNo=${orderNo}`, 'incidents/index']) {
      await anna.open(`/owner/pages/${page}`)
      await anna.sees('没有加载出来')
      await anna.seesNo(/¥68/)
    }
  })

  story('tell the money of today', async (world) => {
    await paidOrder(world, 'anna')
    await paidOrder(world, 'ben')
    const owner = await world.phone('owner')
    await owner.open('/owner/pages/home/index')
    await owner.sees('今日')
    expect(await owner.reads('收款')).toBe('¥136.00')
  })

  story('list a payment that no order knows, as the daily bill has it', async (world) => {
    const orderNo = await paidOrder(world, 'anna')
    await world.weChat.forget('orders', orderNo)
    await world.weChat.advance(36 * 3_600_000)
    const owner = await world.phone('owner')
    await owner.open('/owner/pages/incidents/index')
    await owner.sees(orderNo)
    const incidents = async () => (await world.weChat.ask<Items>('owner', 'owner', 'listIncidents')).items.length
    for (let left = await incidents(); left > 0; left--) {
      await owner.open('/owner/pages/incidents/index')
      await owner.type('怎么处理的', '在商户平台核对过了')
      await owner.tap('标记为已处理')
      await expect.poll(incidents, { timeout: 15_000 }).toBe(left - 1)
    }
    await owner.sees('没有需要核对的事项')
  })

  story('change stock and price where they stand, and take goods off the shelf', async (world) => {
    const owner = await world.phone('owner')
    await owner.open('/shop/pages/stock/index')
    await owner.tap('天青', '青瓷杯')
    await owner.type('库存变动', '-19')
    await owner.tap('更新库存')
    await owner.sees('¥68.00 · 库存 1 件')
    await owner.tap('天青', '青瓷杯')
    await owner.type('新价格', '72')
    await owner.tap('更新价格')
    await owner.sees('¥72.00 · 库存 1 件')
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/confirm/index?lines=cup.cup-tianqing.1')
    await anna.sees('提交订单 ¥72.00')
    await owner.tap('下架', '青瓷杯')
    await owner.sees('已下架')
    await anna.tap('提交订单')
    await anna.sees(/下架/)
    await anna.open('/shop/pages/home/index')
    await anna.sees('江南明信片')
    await anna.seesNo('青瓷杯')
  })
})
