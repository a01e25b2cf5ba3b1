import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import { reprice, restock } from './behind.ts'

const confirmACup = async (phone: Phone) => {
  await phone.open('/shop/pages/confirm/index?lines=cup.cup-tianqing.1')
  await phone.sees('提交订单 ¥68.00')
}

const ordersOf = async (phone: Phone, state: string) => {
  await phone.open('/pages/orders/index')
  await phone.sees(state)
}

describe('between looking and ordering', () => {
  inAWorld()

  story('the price rose: the buyer is asked, declines, and pays nothing', async (world) => {
    const anna = await world.phone('anna')
    await confirmACup(anna)
    await reprice(world, 'cup', 7_900)
    await anna.tap('提交订单')
    await anna.sees('刚才显示 ¥68.00，现在是 ¥79.00。要继续付款吗？')
    await anna.tap('不买了')
    await anna.sees('已为你取消这一单，没有扣款。')
    // WeChat closes nothing in its first five minutes; the timer comes once a minute, and the effect leaves room for clocks.
    await world.weChat.advance(7 * 60_000)
    await ordersOf(anna, '已关闭')
    expect((await world.weChat.trades()).map(({ state }) => state)).toEqual(['CLOSED'])
  })

  story('the price rose: the buyer agrees and pays the new one', async (world) => {
    const anna = await world.phone('anna')
    await confirmACup(anna)
    await reprice(world, 'cup', 7_900)
    await anna.tap('提交订单')
    await anna.tap(/^继续付款$/)
    await anna.cashier.shows('¥79.00')
    await anna.cashier.pay()
    await anna.sees('支付成功')
  })

  story('the last piece went to somebody else: nothing is ordered', async (world) => {
    const anna = await world.phone('anna')
    await confirmACup(anna)
    await restock(world, 'cup-tianqing', -20)
    await anna.tap('提交订单')
    await anna.sees('库存不够了，请减少数量或换一件。')
    expect(await world.weChat.trades()).toEqual([])
  })

  story('two buyers reach for the last piece: one gets it, the other is told', async (world) => {
    await restock(world, 'cup-tianqing', -19)
    const phones = await Promise.all(['anna', 'ben'].map((user) => world.phone(user)))
    await Promise.all(phones.map(confirmACup))
    await Promise.all(phones.map((phone) => phone.tap('提交订单')))
    await expect.poll(async () => (await world.weChat.trades()).length, { timeout: 15_000 }).toBe(1)
    const told = await Promise.all(
      phones.map((phone) =>
        Promise.any([
          phone.cashier.shows().then(() => 'cashier'),
          phone.sees('库存不够了，请减少数量或换一件。').then(() => 'told'),
        ]),
      ),
    )
    expect([...told].sort()).toEqual(['cashier', 'told'])
    await phones[told.indexOf('cashier')]?.cashier.leave()
  })
})
