import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { approvedRunner, openTask, takeTask } from './behind.ts'

const minute = 60_000

describe('something to be bought by a runner', () => {
  inAWorld()

  story('costs less than the budget: what is left goes back', async (world) => {
    const orderNo = await openTask(world, 'anna', { kind: 'buy', what: '两杯豆浆', goodsFen: 3_000 })
    await approvedRunner(world, 'bob')
    await takeTask(world, 'bob', orderNo)
    const bob = await world.phone('bob')
    await bob.open(`/errand/pages/task/index?orderNo=${orderNo}`)
    await bob.type('实际花费', '21.5')
    await bob.tap(/^已买好$/)
    await bob.sees('收货码（4 位数字）')
    await world.weChat.advance(3 * minute)
    const anna = await world.phone('anna')
    await anna.open(`/pages/order/index?orderNo=${orderNo}`)
    await anna.sees('已买好，花费 ¥21.50，退回 ¥8.50')
    await anna.sees('¥8.50 已原路退回。')
    const [trade] = await world.weChat.trades()
    expect(Number(trade?.totalFee) - Number(trade?.refundableFee)).toBe(850)
  })

  story('costs more than the budget: its buyer pays the difference as an order of its own', async (world) => {
    const orderNo = await openTask(world, 'anna', { kind: 'buy', what: '两杯豆浆', goodsFen: 3_000 })
    await approvedRunner(world, 'bob')
    await takeTask(world, 'bob', orderNo)
    const bob = await world.phone('bob')
    await bob.open(`/errand/pages/task/index?orderNo=${orderNo}`)
    await bob.tap('预算不够，请下单人补款')
    await bob.type('实际需要', '36')
    await bob.tap('提交')
    await bob.sees('商品需补款')
    const anna = await world.phone('anna')
    await anna.open(`/errand/pages/manage/index?orderNo=${orderNo}`)
    await anna.tap('补付商品款 ¥6.00')
    await anna.cashier.shows('¥6.00')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await world.weChat.advance(minute)
    await bob.open(`/errand/pages/task/index?orderNo=${orderNo}`)
    await bob.type('实际花费', '36')
    await bob.tap(/^已买好$/)
    await bob.sees('收货码（4 位数字）')
    expect(await world.weChat.trades()).toHaveLength(2)
  })

  story('is waited for: its buyer adds to the tip, and the hall shows it', async (world) => {
    const orderNo = await openTask(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open(`/errand/pages/manage/index?orderNo=${orderNo}`)
    await anna.tap('¥5.00', '追加小费')
    await anna.cashier.shows('¥5.00')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await world.weChat.advance(minute)
    const bob = await world.phone('bob')
    await bob.open('/errand/pages/hall/index')
    await bob.sees(/含小费 ¥5\.00/)
  })
})
