import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { paidOrder } from './behind.ts'

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
  })
})
