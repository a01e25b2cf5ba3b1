import { describe } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import { givenTip } from './behind.ts'

const openXiaozhou = async (phone: Phone) => {
  await phone.open('/tip/pages/creator/index?creatorId=xiaozhou')
  await phone.sees('陶艺人小周')
}

describe('a fan', () => {
  inAWorld()

  story('gives a sum of their own, which is paid in coins', async (world) => {
    const anna = await world.phone('anna')
    await openXiaozhou(anna)
    await anna.tap('其他金额')
    await anna.type('其他金额', '0.5')
    await anna.sees('请输入 ¥1.00 到 ¥500.00 之间的金额')
    await anna.type('其他金额', '6.66')
    await anna.tap('赞赏 ¥6.66')
    await anna.cashier.shows('¥6.66')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await openXiaozhou(anna)
    await anna.sees('收到 1 次赞赏')
    await anna.sees('¥6.66')
  })

  story('gives without a name, and no name is shown', async (world) => {
    const anna = await world.phone('anna')
    await openXiaozhou(anna)
    await anna.tap('¥2.00')
    await anna.tap('匿名赞赏')
    await anna.type('留言', '杯子很好用')
    await anna.tap('赞赏 ¥2.00')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    const ben = await world.phone('ben')
    await openXiaozhou(ben)
    await ben.sees('匿名朋友')
    await ben.sees('杯子很好用')
    await ben.seesNo(/anna/)
  })

  story('is thanked although WeChat’s word of the payment was lost', async (world) => {
    const anna = await world.phone('anna')
    await openXiaozhou(anna)
    await anna.tap('¥5.00')
    await anna.tap('赞赏 ¥5.00')
    await anna.cashier.notice('lost')
    await anna.cashier.pay()
    await anna.sees('支付成功')
    await anna.sees('下一窑多烧一只杯子')
  })

  story('who thinks better of it at the cashier has given nothing', async (world) => {
    const anna = await world.phone('anna')
    await openXiaozhou(anna)
    await anna.tap('¥5.00')
    await anna.tap('赞赏 ¥5.00')
    await anna.cashier.cancel()
    await anna.sees(/还没有付款|继续支付/)
    await openXiaozhou(anna)
    await anna.sees('还没有人赞赏，来做第一个。')
  })

  story('cannot give where the creator has closed the page', async (world) => {
    await world.weChat.ask('owner', 'owner', 'putCreator', { ...laochen, open: false })
    const anna = await world.phone('anna')
    await anna.open('/tip/pages/creator/index?creatorId=laochen')
    await anna.sees('暂未开放赞赏')
    await anna.seesNo('请选择金额')
  })

  story('is shown with the words that the owner let pass, and only then', async (world) => {
    await world.weChat.answer('security.msgSecCheck', { errcode: 0, result: { suggest: 'review', label: 100 } })
    await givenTip(world, 'anna', { giverName: '小安', message: '这句话要看一眼' })
    const ben = await world.phone('ben')
    await openXiaozhou(ben)
    await ben.sees('收到 1 次赞赏')
    await ben.seesNo('这句话要看一眼')
    const owner = await world.phone('owner')
    await owner.open('/tip/pages/owner/index')
    await owner.sees(/这句话要看一眼/)
    await owner.tap(/^展示$/)
    await owner.sees('没有待审核的留言')
    await openXiaozhou(ben)
    await ben.sees('这句话要看一眼')
  })
})

const laochen = {
  creatorId: 'laochen',
  name: '咖啡师老陈',
  avatar: '',
  intro: '云南豆子的产地笔记。',
  thanks: '多谢支持，这杯我请。',
  pointsFen: [100, 200],
}
