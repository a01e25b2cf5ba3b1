import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import type { World } from '../../world/world.ts'
import * as behind from './behind.ts'

const minute = 60_000
const hour = 60 * minute

/** Somebody wants a parcel fetched: says where and what, reads the price, pays it. */
const publish = async (buyer: Phone) => {
  await buyer.open()
  await buyer.tap('帮取、帮送')
  await buyer.tap('文三路 90 号', '取货地点')
  await buyer.type('联系人', '前台小李', '取货地点')
  await buyer.type('联系电话', '13800000001', '取货地点')
  await buyer.tap('武林广场 1 号', '送达地点')
  await buyer.type('联系人', '小安', '送达地点')
  await buyer.type('联系电话', '13800000002', '送达地点')
  await buyer.tap('下一步')
  await buyer.type('具体要求', '取一份合同，交到前台')
  await buyer.tap('下一步')
  await buyer.sees(/立即下单 ¥/)
  await buyer.tap(/立即下单/)
  await buyer.cashier.pay()
  await buyer.sees('支付成功')
  await openTask(buyer)
  await buyer.sees('待接单')
}

/** The buyer's own page of the only task. */
const openTask = async (buyer: Phone) => {
  await buyer.open('/pages/orders/index')
  await buyer.tap('帮取')
  await buyer.tap('任务详情')
  await buyer.sees('订单记录')
}

/** A runner who applied and whom the owner has approved, each on a page. */
const approvedRunner = async (world: World, user: string): Promise<Phone> => {
  const runner = await world.phone(user)
  await apply(runner)
  const owner = await world.phone('owner')
  await openErrandOwner(owner)
  await owner.tap(/^通过$/, user)
  await owner.seesNo(user)
  return runner
}

const runnerWithPhone = async (world: World, user: string): Promise<Phone> => {
  await behind.approvedRunner(world, user)
  return world.phone(user)
}

const apply = async (runner: Phone) => {
  await openRun(runner)
  await runner.type('真实姓名', runner.user)
  await runner.type('手机号', '13900000001')
  await runner.tap('提交申请')
  await runner.sees('审核中，请耐心等待')
}

const openRun = async (runner: Phone) => {
  await runner.open('/pages/me/index')
  await runner.tap('我是跑腿员')
}

const openErrandOwner = async (owner: Phone) => {
  await owner.open('/pages/me/index')
  await owner.tap('商家管理')
  await owner.tap('跑腿管理')
}

/** In the hall, one tap before the task is theirs. */
const reachForTask = async (runner: Phone) => {
  await openRun(runner)
  await runner.tap('去接单')
  await runner.sees('全程')
  await runner.tap('立即接单')
  await runner.sees('接下这个任务？')
}

const take = async (runner: Phone) => {
  await reachForTask(runner)
  await runner.tap('立即接单')
  await runner.sees('取货码（4 位数字）')
}

/** All reach for the same task at once. */
const race = async (runners: readonly Phone[]) => {
  for (const runner of runners) await reachForTask(runner)
  const ends = await Promise.all(
    runners.map(async (runner) => {
      await runner.tap('立即接单')
      await runner.sees(/取货码（4 位数字）|手慢了/)
      const won = (await runner.route()).startsWith('/errand/pages/task')
      return { runner, won }
    }),
  )
  const those = (who: boolean) => ends.filter(({ won }) => won === who).map(({ runner }) => runner)
  return { winners: those(true), losers: those(false) }
}

const openEarnings = async (runner: Phone) => {
  await openRun(runner)
  await runner.tap('收入与提现')
  await runner.sees('可提现')
}

/** Another number of four digits. */
const wrongly = (code: string) => String((Number(code) + 1) % 10_000).padStart(4, '0')

const yuan = (fen: number) => (fen / 100).toFixed(2)

const moneyBack = async ({ weChat }: World) => {
  const [trade] = await weChat.trades()
  return Number(trade?.totalFee) - Number(trade?.refundableFee)
}

describe('an errand', () => {
  inAWorld({ timer: '0 0 */6 * * * *' })

  story('is taken by one of two who reach for it at once', async (world) => {
    await behind.openTask(world, 'anna')
    const runners = await Promise.all(['bob', 'cara'].map((user) => runnerWithPhone(world, user)))
    const anna = await world.phone('anna')
    const { winners, losers } = await race(runners)
    expect(winners).toHaveLength(1)
    expect(losers).toHaveLength(1)
    await losers[0]?.sees('附近暂时没有任务')
    await openTask(anna)
    await anna.sees(winners[0]?.user ?? '')
    await anna.seesNo(losers[0]?.user ?? '')
  })

  story('is handed over twice by code and confirmed, and its runner is paid', async (world) => {
    const runner = await approvedRunner(world, 'bob')
    const anna = await world.phone('anna')
    await publish(anna)
    await take(runner)

    await openTask(anna)
    await anna.sees('跑腿员已接单')
    const pickupCode = await anna.reads('取货码')
    const deliveryCode = await anna.reads('收货码')
    await runner.type('取货码', wrongly(pickupCode))
    await runner.tap('确认取货')
    await runner.sees('数字不对，请和对方核对。')
    await runner.type('取货码', pickupCode)
    await runner.tap('确认取货')
    await runner.type('收货码', deliveryCode)
    await runner.tap('确认送达')
    await runner.sees('已送达，待确认')

    await openTask(anna)
    await anna.tap('确认完成')
    await anna.sees('任务完成了吗？')
    await anna.tap('确认完成')
    await anna.sees('已确认')
    await openEarnings(runner)
    expect(await runner.reads('待结算')).not.toBe('¥0.00')
    const earned = (await runner.reads('待结算')).slice(1)

    // The day in which the buyer may still complain, and the next ring of the timer.
    await world.weChat.advance(31 * hour)
    await openEarnings(runner)
    expect(await runner.reads('待结算')).toBe('¥0.00')
    await runner.type('提现金额', earned)
    await runner.tap('申请提现')
    await runner.sees(`¥${earned} 待转账`)

    const owner = await world.phone('owner')
    await openErrandOwner(owner)
    await owner.tap(/^提现$/)
    await owner.sees(`${runner.user} ¥${earned}`)
    await owner.type('转账凭证号', '1000050001202611210001')
    await owner.tap('已转账')
    await owner.sees('没有待处理的事项')
    await openEarnings(runner)
    await runner.sees(`¥${earned} 已转账`)
  })

  story('costs nothing when it is cancelled before anybody has it', async (world) => {
    await behind.openTask(world, 'anna')
    const anna = await world.phone('anna')
    await openTask(anna)
    await anna.tap('取消任务')
    await anna.sees('现在取消不收费，款项原路退回。')
    await anna.tap('确认取消')
    await anna.sees('已取消')
    await world.weChat.advance(2 * minute)
    const [trade] = await world.weChat.trades()
    expect(await moneyBack(world)).toBe(trade?.totalFee)
    await anna.open('/pages/orders/index')
    await anna.sees('已退款')
  })

  story('costs the fee that was told before when it is cancelled on the runner’s way', async (world) => {
    const bob = await runnerWithPhone(world, 'bob')
    await behind.takeTask(world, 'bob', await behind.openTask(world, 'anna'))
    const anna = await world.phone('anna')
    await world.weChat.advance(5 * minute)

    const [trade] = await world.weChat.trades()
    const paidFen = Number(trade?.totalFee)
    const feeFen = Math.floor(paidFen * 0.3)
    await openTask(anna)
    await anna.tap('取消任务')
    await anna.sees(`现在取消收取 ¥${yuan(feeFen)}，退回 ¥${yuan(paidFen - feeFen)}。`)
    await anna.tap('确认取消')
    await anna.sees('已取消')
    expect(await anna.reads('取消费')).toBe(`¥${yuan(feeFen)}`)
    await world.weChat.advance(2 * minute)
    expect(await moneyBack(world)).toBe(paidFen - feeFen)
    await openEarnings(bob)
    await bob.sees('收入明细')
  })
})
