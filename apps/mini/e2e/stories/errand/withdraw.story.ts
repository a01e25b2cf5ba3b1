import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import { earnedMoney } from './behind.ts'

const hour = 3_600_000

const openEarnings = async (runner: Phone) => {
  await runner.open('/errand/pages/earnings/index')
  await runner.sees('收入明细')
}

/** All that there is; answers how much that is, such as `¥8.00`. */
const withdrawAll = async (runner: Phone): Promise<string> => {
  await openEarnings(runner)
  const earned = await runner.reads('可提现')
  await runner.type('提现金额', earned.slice(1))
  await runner.tap('申请提现')
  return earned
}

interface Earnings {
  readonly availableFen: number
  readonly payouts: readonly object[]
}

describe('a runner’s money', () => {
  inAWorld({ timer: '0 0 */6 * * * *' })

  story('is there again when its withdrawal is refused, and the reason with it', async (world) => {
    await earnedMoney(world, 'bob')
    const bob = await world.phone('bob')
    const earned = await withdrawAll(bob)
    await bob.sees(`${earned} 待转账`)
    expect(await bob.reads('可提现')).toBe('¥0.00')
    const owner = await world.phone('owner')
    await owner.open('/errand/pages/owner/index')
    await owner.tap(/^提现$/)
    await owner.type('转账凭证号', '收款账户不存在')
    await owner.tap(/^拒绝$/)
    await owner.sees('没有待处理的事项')
    await openEarnings(bob)
    await bob.sees(/已拒绝（收款账户不存在）/)
    expect(await bob.reads('可提现')).toBe(earned)
  })

  story('is paid out once when all of it is asked for on two phones', async (world) => {
    await earnedMoney(world, 'bob')
    const phones = await Promise.all([world.phone('bob'), world.phone('bob')])
    for (const phone of phones) {
      await openEarnings(phone)
      await phone.type('提现金额', (await phone.reads('可提现')).slice(1))
    }
    await Promise.all(phones.map((phone) => phone.tap('申请提现')))
    await Promise.all(phones.map((phone) => phone.sees(/待转账|可提现余额不足/)))
    const { payouts, availableFen } = await world.weChat.ask<Earnings>('bob', 'errand', 'earnings')
    expect(payouts).toHaveLength(1)
    expect(availableFen).toBe(0)
  })

  story('is given back in part when the owner decides so after the task has ended', async (world) => {
    const orderNo = await earnedMoney(world, 'bob')
    const { availableFen } = await world.weChat.ask<Earnings>('bob', 'errand', 'earnings')
    const owner = await world.phone('owner')
    await owner.open(`/owner/pages/order/index?orderNo=${orderNo}`)
    await owner.tap('完成后退款')
    await owner.type('退给下单人', '2')
    await owner.type('从跑腿员扣回', '1')
    await owner.type('退款说明', '合同被折坏了')
    await owner.tap(/^确认退款$/)
    await owner.sees('退给下单人 ¥2.00，从跑腿员扣回 ¥1.00')
    await owner.tap(/^确认退款$/)
    await owner.sees('商家退回 ¥2.00')
    await world.weChat.advance(7 * hour)
    const anna = await world.phone('anna')
    await anna.open(`/pages/order/index?orderNo=${orderNo}`)
    await anna.sees('¥2.00 已原路退回。')
    const left = await world.weChat.ask<Earnings>('bob', 'errand', 'earnings')
    expect(left.availableFen).toBe(availableFen - 100)
  })
})
