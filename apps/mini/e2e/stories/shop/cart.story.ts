import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import { chargeFreight, handOutCoupon, restock } from './behind.ts'

const putAside = async (phone: Phone, title: string) => {
  await phone.open('/shop/pages/home/index')
  await phone.tap(title)
  await phone.tap('加入购物车')
  await phone.tap('确定')
  await phone.sees('已加入购物车')
}

const fillInAddress = async (phone: Phone) => {
  await phone.type('收货人', '林小安')
  await phone.type('手机号', '13800001234')
  await phone.type('省（', '浙江省')
  await phone.type('市（', '杭州市')
  await phone.type('区县', '西湖区')
  await phone.type('详细地址', '文三路 90 号')
  await phone.tap('保存并使用')
}

describe('a cart', () => {
  inAWorld()

  story('of several goods is paid with freight and cheaper by a claimed coupon', async (world) => {
    await chargeFreight(world)
    await handOutCoupon(world)
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/coupons/index')
    await anna.tap('领取')
    await anna.sees('可用 1 次')
    await putAside(anna, '青瓷杯')
    await putAside(anna, '江南明信片')
    await anna.open('/shop/pages/cart/index')
    await anna.tap('增加一件')
    await anna.tap('去结算（2）')
    await anna.tap('请先填写收货地址')
    await fillInAddress(anna)
    await anna.sees('林小安 13800001234')
    // Two cups and the postcards; ten yuan for two pieces and one more.
    await anna.sees('提交订单 ¥171.00')
    await anna.tap('1 张可选')
    await anna.tap(/新客立减/)
    await anna.sees('提交订单 ¥161.00')
    expect(await anna.reads('运费')).toBe('¥10.00')
    await anna.tap('提交订单')
    await anna.cashier.shows('¥161.00')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    expect((await world.weChat.trades()).map(({ totalFee }) => totalFee)).toEqual([16_100])
  })

  story('says which of its goods have become dearer, short or sold out', async (world) => {
    const anna = await world.phone('anna')
    await putAside(anna, '青瓷杯')
    await putAside(anna, '江南明信片')
    await restock(world, 'cup-tianqing', -20)
    await anna.open('/shop/pages/cart/index')
    await anna.sees('已售罄')
    await anna.tap('移除')
    await anna.seesNo('青瓷杯')
    await anna.tap('去结算（1）')
    await anna.sees('提交订单 ¥25.00')
  })

  story('sends nothing where the shop does not deliver, and says so', async (world) => {
    await chargeFreight(world)
    const anna = await world.phone('anna')
    await putAside(anna, '青瓷杯')
    await anna.open('/shop/pages/cart/index')
    await anna.tap('去结算（1）')
    await anna.tap('请先填写收货地址')
    await fillInAddress(anna)
    await anna.sees('提交订单')
    await anna.tap('林小安 13800001234')
    await anna.type('省（', '西藏自治区')
    await anna.tap('保存并使用')
    await anna.sees('这个地址暂时送不到，请换一个地址。')
  })
})
