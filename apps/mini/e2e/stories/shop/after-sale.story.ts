import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'

const minute = 60_000

const buyACup = async (phone: Phone) => {
  await phone.open()
  await phone.tap('青瓷杯')
  await phone.tap('立即购买')
  await phone.tap('确定')
  await phone.tap(/提交订单 ¥/)
  await phone.cashier.pay()
  await phone.sees('支付成功')
}

/** From the owner's own page to the only order's parcels and after-sale requests. */
const openShipping = async (owner: Phone) => {
  await owner.open('/pages/me/index')
  await owner.tap('商家管理')
  await owner.sees('今日')
  await owner.tap('全部订单')
  await owner.tap('青瓷杯')
  await owner.sees('订单编号')
  await owner.tap('发货与售后')
}

const ship = async (owner: Phone) => {
  await openShipping(owner)
  await owner.tap('顺丰速运')
  await owner.type('快递单号', 'SF1420026112100')
  await owner.tap('全部发出')
  await owner.sees('待收货')
}

const openOrder = async (buyer: Phone) => {
  await buyer.open('/pages/orders/index')
  await buyer.tap('青瓷杯')
  await buyer.sees('订单编号')
}

const confirmReceipt = async (buyer: Phone) => {
  await openOrder(buyer)
  await buyer.tap('确认收货')
  // The order's page names the parcel, too.
  await buyer.sees('自动确认收货')
  await buyer.tap('确认收货')
  await buyer.sees('已经收到商品了吗？')
  await buyer.tap('确认收货')
  await buyer.sees('已完成')
}

const askMoneyBack = async (buyer: Phone) => {
  await buyer.tap('申请售后')
  await buyer.tap('增加一件')
  await buyer.tap('商品破损')
  await buyer.type('补充说明', '杯口有一道裂纹')
  await buyer.tap('提交申请')
  await buyer.sees('等待商家处理')
}

describe('a bought cup', () => {
  inAWorld()

  story('is sent, received and, being cracked, paid back', async (world) => {
    const anna = await world.phone('anna')
    await buyACup(anna)
    const owner = await world.phone('owner')
    await ship(owner)
    await confirmReceipt(anna)
    await askMoneyBack(anna)

    await openShipping(owner)
    await owner.sees('仅退款 · 等待商家处理')
    await owner.sees('杯口有一道裂纹')
    await owner.tap('同意退款')
    await owner.sees('退款 ¥68.00？')
    await owner.tap(/^退款$/)
    await owner.sees(/退款中|已退款/)
    await world.weChat.advance(2 * minute)

    const [trade] = await world.weChat.trades()
    expect(Number(trade?.totalFee) - Number(trade?.refundableFee)).toBe(6_800)
    await openOrder(anna)
    await anna.sees('¥68.00 已原路退回')
  })

  story('is not paid back when the owner says why not, and its buyer reads the reason', async (world) => {
    const anna = await world.phone('anna')
    await buyACup(anna)
    const owner = await world.phone('owner')
    await ship(owner)
    await confirmReceipt(anna)
    await askMoneyBack(anna)

    await openShipping(owner)
    await owner.type('拒绝原因', '照片里没有看到裂纹')
    await owner.tap(/^拒绝$/)
    await owner.sees('商家已拒绝')
    await world.weChat.advance(2 * minute)

    await openOrder(anna)
    await anna.tap('售后进度')
    await anna.sees('拒绝原因：照片里没有看到裂纹')
    const [trade] = await world.weChat.trades()
    expect(trade?.refundableFee).toBe(trade?.totalFee)
  })
})
