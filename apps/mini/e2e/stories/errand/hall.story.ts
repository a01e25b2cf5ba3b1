import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import { appliedRunner, approvedRunner, openTask, takeTask } from './behind.ts'

const minute = 60_000

describe('a task in the hall', () => {
  inAWorld()

  story('tells nobody where exactly, for whom, or by which number', async (world) => {
    await openTask(world, 'anna')
    await approvedRunner(world, 'bob')
    const bob = await world.phone('bob')
    await bob.open('/errand/pages/hall/index')
    await bob.sees('帮取')
    await bob.sees(/全程/)
    for (const secret of [/90 号/, /1 号/, /小安/, /13800000002/, /合同/]) await bob.seesNo(secret)
    const seen = JSON.stringify(await world.weChat.call('bob', 'errand', hallCall))
    for (const secret of ['90 号', '小安', '1380000', '合同']) expect(seen).not.toContain(secret)
  })

  story('cannot be taken by whoever published it', async (world) => {
    await approvedRunner(world, 'anna')
    await openTask(world, 'anna')
    const anna = await world.phone('anna')
    await anna.open('/errand/pages/hall/index')
    await anna.sees('你发布的')
    await anna.seesNo('立即接单')
  })

  story('cannot be taken by somebody who was never approved', async (world) => {
    await appliedRunner(world, 'bob')
    await openTask(world, 'anna')
    const bob = await world.phone('bob')
    await bob.open('/errand/pages/hall/index')
    await bob.tap('立即接单')
    await bob.sees('接下这个任务？')
    await bob.tap('立即接单')
    await bob.sees('现在不能接单，请看审核状态。')
  })

  story('goes back to its buyer with all the money when nobody takes it', async (world) => {
    const orderNo = await openTask(world, 'anna')
    await world.weChat.advance(35 * minute)
    const anna = await world.phone('anna')
    await anna.open(`/pages/order/index?orderNo=${orderNo}`)
    await anna.sees('30 分钟内无人接单，款项全部退回')
    await anna.sees(/已原路退回/)
    expect((await world.weChat.trades()).map(({ refundableFee }) => refundableFee)).toEqual([0])
  })

  story('is open again when its runner gives it up', async (world) => {
    const orderNo = await openTask(world, 'anna')
    await approvedRunner(world, 'bob')
    await takeTask(world, 'bob', orderNo)
    const bob = await world.phone('bob')
    await bob.open(`/errand/pages/task/index?orderNo=${orderNo}`)
    await bob.tap('放弃任务')
    await bob.type('原因', '车坏了，去不了')
    await bob.tap('放弃任务')
    await bob.sees('放弃这个任务？')
    await bob.tap('放弃任务')
    await bob.sees('我的任务')
    const anna = await world.phone('anna')
    await anna.open(`/errand/pages/manage/index?orderNo=${orderNo}`)
    await anna.sees(/待接单/)
    await anna.sees('跑腿员放弃了任务：车坏了，去不了')
    await approvedRunner(world, 'cara')
    const cara = await world.phone('cara')
    await cara.open('/errand/pages/hall/index')
    await cara.sees('立即接单')
  })
})

const hallCall = { action: 'hall', input: { at: { lat: 30.2766, lng: 120.1316 } } }
