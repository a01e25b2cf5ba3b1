import { beforeEach, describe, expect, it } from 'vitest'
import { buyer } from '../../testing/memory-world.ts'
import { deliverPush, tipActs } from '../../testing/tip/tip-acts.ts'
import { type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'

let world: TipWorld
beforeEach(async () => {
  world = await tipWorld()
})
const { open, refresh, clean, incidents, push } = tipActs(() => world)

describe('what WeChat pushes', () => {
  it('is a hint: the query decides, and a repeat changes nothing', async () => {
    const { orderNo, outTradeNo } = await open('a')
    const event = { ...deliverPush, OutTradeNo: outTradeNo, WeChatPayInfo: { TransactionId: `4200${outTradeNo}` } }
    expect(await push(event)).toBe('repeat')
    expect((await refresh(orderNo)).state).toBe('unpaid')
    world.xpay.pay(outTradeNo)
    expect(await push(event)).toBe('acknowledged')
    const { version } = (await world.deps.orders.get(orderNo)) ?? {}
    const requests = world.xpay.requests.length
    expect(await push(event)).toBe('acknowledged')
    expect(world.xpay.requests).toHaveLength(requests)
    expect((await world.deps.orders.get(orderNo))?.version).toBe(version)
  })

  it.each(['wx_client', 'wx_client,scf', 'wx_devtools', 'wx_http', 'wx_trigger', 'scf'])(
    'is not what comes by %s, however perfect',
    async (source) => {
      const { orderNo, outTradeNo } = await open('a')
      world.xpay.pay(outTradeNo)
      expect(await push({ ...deliverPush, OutTradeNo: outTradeNo }, source)).toBe('refused')
      expect((await world.deps.orders.get(orderNo))?.state).toBe('unpaid')
    },
  )

  it('of another env, or of no known form, is kept for a person', async () => {
    const { outTradeNo } = await open('a')
    for (const event of [
      { ...deliverPush, OutTradeNo: outTradeNo, Env: 1 },
      { ...deliverPush, OutTradeNo: { $gt: '' } },
      { ...deliverPush, Event: 'xpay_something_new' },
      'nothing',
    ])
      expect(await push(event as object)).toBe('acknowledged')
    expect(await incidents()).toEqual(Array(4).fill('strangeNotice'))
  })

  it('waits while WeChat cannot be asked, and housekeeping asks on', async () => {
    const { orderNo, outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo)
    world.xpay.fail('query_order', 'after')
    expect(await push({ ...deliverPush, OutTradeNo: outTradeNo })).toBe('repeat')
    await clean()
    expect((await world.deps.orders.get(orderNo))?.state).toBe('completed')
  })

  it('a complaint is listed once, whatever its repeats', async () => {
    const complaint = { MsgType: 'event', Event: 'xpay_complaint_notify', ComplaintId: 'c1', OpenId: buyer }
    expect(await push({ ...complaint, RetryTimes: 0 })).toBe('acknowledged')
    expect(await push({ ...complaint, RetryTimes: 1 })).toBe('acknowledged')
    expect(await incidents()).toEqual(['complaint'])
  })
})
