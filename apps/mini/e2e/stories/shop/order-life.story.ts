import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { paidOrder, placeOrder } from './behind.ts'

const minute = 60_000

interface Refunded {
  readonly refunds: readonly object[]
}

describe('an order', () => {
  inAWorld()

  story('is cancelled by its buyer before it is paid, and the piece is on the shelf again', async (world) => {
    const { order } = await placeOrder(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open(`/pages/order/index?orderNo=${order.orderNo}`)
    await anna.tap('取消订单')
    await anna.sees('取消后需要重新下单')
    await anna.tap('确认取消')
    await anna.sees(/正在关闭|已关闭/)
    await world.weChat.advance(7 * minute)
    await anna.open(`/pages/order/index?orderNo=${order.orderNo}`)
    await anna.sees('你取消了订单。')
    expect((await world.weChat.trades()).map(({ state }) => state)).toEqual(['CLOSED'])
    const [cup] = (await world.weChat.documents('stock')).filter(({ _id }) => _id === 'cup-tianqing')
    expect(cup?.available).toBe(20)
  })

  story('that is paid although it was closed is paid back, and says so', async (world) => {
    await world.weChat.goWrong({ preset: 'close-still-payable', times: 0 })
    const placed = await placeOrder(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open(`/pages/order/index?orderNo=${placed.order.orderNo}`)
    await anna.tap('继续支付')
    await anna.cashier.shows('¥68.00')
    // On another phone; with the cashier open on this one.
    await world.weChat.ask('anna', 'order', 'cancel', { orderNo: placed.order.orderNo })
    await world.weChat.advance(7 * minute)
    await anna.cashier.pay()
    // The clock must not jump while the notice is on its way: it would count as unanswered.
    const refunds = async () =>
      (await world.weChat.documents('orders')).flatMap(({ order }) => (order as Refunded).refunds)
    await expect.poll(refunds, { timeout: 15_000 }).toHaveLength(1)
    await anna.open(`/pages/result/index?orderNo=${placed.order.orderNo}`)
    await anna.sees('款项正在退回')
    await world.weChat.advance(3 * minute)
    await anna.open(`/pages/result/index?orderNo=${placed.order.orderNo}`)
    await anna.sees('款项已退回')
    await anna.open(`/pages/order/index?orderNo=${placed.order.orderNo}`)
    await anna.sees('¥68.00 已原路退回。')
    await anna.sees('订单关闭后收到 ¥68.00，将原路退回')
    expect((await world.weChat.trades()).map(({ refundableFee }) => refundableFee)).toEqual([0])
  })

  story('is paid back in part by the owner, and stays an order', async (world) => {
    const orderNo = await paidOrder(world, 'anna')
    const owner = await world.phone('owner')
    await owner.open(`/owner/pages/order/index?orderNo=${orderNo}`)
    await owner.type('退款金额', '10')
    await owner.tap(/^退款$/)
    await owner.sees('¥10.00 将原路退回给买家')
    await owner.tap(/^退款$/)
    await owner.sees('¥10.00 正在原路退回')
    await world.weChat.advance(3 * minute)
    const anna = await world.phone('anna')
    await anna.open(`/pages/order/index?orderNo=${orderNo}`)
    await anna.sees('¥10.00 已原路退回。')
    await anna.sees('待发货')
    expect((await world.weChat.trades()).map(({ refundableFee }) => refundableFee)).toEqual([5_800])
  })

  story('of another user is not shown to whoever has its address', async (world) => {
    const orderNo = await paidOrder(world, 'anna')
    const mallory = await world.phone('mallory')
    await mallory.open(`/pages/order/index?orderNo=${orderNo}`)
    await mallory.sees('找不到这个订单')
    await mallory.seesNo(/¥68/)
    await mallory.open(`/shop/pages/parcels/index?orderNo=${orderNo}`)
    await mallory.sees('没有加载出来')
  })

  story('is confirmed on whichever page its buyer comes back to: the list knows it as well', async (world) => {
    const placed = await placeOrder(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open('/pages/orders/index')
    await anna.sees('待付款')
    await world.weChat.pay('anna', placed)
    await anna.leaveAndReturn()
    await anna.tap('进行中')
    await anna.sees('待发货')
    await anna.tap('青瓷杯')
    await anna.sees('微信确认收到 ¥68.00')
  })
})
