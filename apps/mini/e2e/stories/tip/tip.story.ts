import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'

const minute = 60_000

const openXiaozhou = async (phone: Phone) => {
  await phone.open('/tip/pages/home/index')
  await phone.sees('咖啡师老陈')
  await phone.tap('陶艺人小周')
  await phone.sees('选填，50 字以内')
}

const giveFive = async (phone: Phone, name: string) => {
  await openXiaozhou(phone)
  await phone.tap('¥5.00')
  await phone.type('留言', '釉色真好看')
  await phone.type('署名', name)
  await phone.tap('赞赏 ¥5.00')
  await phone.cashier.shows('赞赏 5 元')
  await phone.cashier.shows('¥5.00')
  await phone.cashier.pay()
  await phone.sees('支付成功')
}

describe('a tip of five yuan', () => {
  inAWorld()

  story('is thanked for and stands on the board', async (world) => {
    const anna = await world.phone('anna')
    await giveFive(anna, '小安')
    await anna.sees('下一窑多烧一只杯子')
    await anna.tap('查看订单')
    await anna.sees('对方的感谢')
    await anna.tap('再次赞赏')
    await anna.sees('感谢榜')
    expect(await anna.reads('1')).toBe('小安')
    await anna.sees('收到 1 次赞赏')
  })

  story('leaves the board when the owner gives it back', async (world) => {
    const anna = await world.phone('anna')
    await giveFive(anna, '小安')
    const bob = await world.phone('bob')
    await giveFive(bob, '阿博')
    await openXiaozhou(anna)
    await anna.sees('收到 2 次赞赏')
    await anna.sees('阿博')

    const owner = await world.phone('owner')
    await owner.open('/pages/me/index')
    await owner.tap('商家管理')
    await owner.tap('全部订单')
    // The newest one is on top: Bob's.
    await owner.tap('赞赏 陶艺人小周')
    await owner.type('退款金额', '5')
    await owner.tap(/^退款$/)
    await owner.sees('¥5.00 将原路退回给买家')
    await owner.tap(/^退款$/)
    await owner.seesNo('确认退款？')
    await owner.sees(/正在原路退回|已原路退回/)
    await world.weChat.advance(3 * minute)

    await openXiaozhou(anna)
    await anna.sees('收到 1 次赞赏')
    await anna.seesNo(/阿博/)
    expect(await anna.reads('1')).toBe('小安')
    await bob.open('/tip/pages/mine/index')
    await bob.sees('已退回')
    const backs = (await world.weChat.documents('orders')).map(({ order }) => (order as { state: string }).state)
    expect(backs.sort()).toEqual(['completed', 'refunded'])
  })
})
