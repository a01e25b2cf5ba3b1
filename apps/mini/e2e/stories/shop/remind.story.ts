import { describe } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { paidOrder, shipOrder } from './behind.ts'

const hour = 3_600_000

describe('a buyer who waits', () => {
  inAWorld({ timer: '0 0 */6 * * * *' })

  story('reminds the owner, who sees it; a second time soon after is refused kindly', async (world) => {
    const orderNo = await paidOrder(world, 'anna')
    const parcels = `/shop/pages/parcels/index?orderNo=${orderNo}`
    const [anna, tablet, owner] = [await world.phone('anna'), await world.phone('anna'), await world.phone('owner')]
    await anna.open(parcels)
    await tablet.open(parcels)
    await tablet.sees('商家还没有发货')
    await owner.open('/shop/pages/desk/index')
    await owner.sees('青瓷杯')
    await owner.seesNo('买家催发货')

    await anna.tap('提醒发货')
    await anna.sees(/已在 .* 提醒商家/)
    await anna.seesNo('提醒发货')
    await tablet.tap('提醒发货')
    await tablet.sees('已经提醒过商家了，24 小时内不用再提醒。')

    await owner.open('/shop/pages/desk/index')
    await owner.tap('买家催发货')
    await owner.sees(/买家在 .* 提醒发货，请尽快发出。/)

    await world.weChat.advance(25 * hour)
    await anna.open(parcels)
    await anna.tap('提醒发货')
    await anna.seesNo('提醒发货')
    await shipOrder(world, orderNo)
    await anna.open(parcels)
    await anna.sees('确认收货')
    await owner.open('/shop/pages/desk/index')
    await owner.sees('没有待处理的订单')
  })
})
