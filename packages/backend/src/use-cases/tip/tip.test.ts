import { beforeEach, describe, expect, it } from 'vitest'
import { buyer, stranger } from '../../testing/memory-world.ts'
import { askedTip, tipActs } from '../../testing/tip/tip-acts.ts'
import { potter, type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'
import { tipHandlers } from './tip-handlers.ts'
import { tipOwnerHandlers } from './tip-owner-handlers.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let world: TipWorld
beforeEach(async () => {
  world = await tipWorld()
})
const { open, refresh, give, page, clean } = tipActs(() => world)

describe('a tip', () => {
  it('is paid at the cashier, delivered at WeChat, thanked for, and on the creator’s page', async () => {
    const { orderNo, outTradeNo } = await open('a')
    expect((await refresh(orderNo)).tip.thanks).toBeUndefined()
    expect(await page()).toMatchObject({ totalFen: 0, leaders: [], creator: { name: '陶艺小周' } })
    expect(JSON.stringify(await page())).not.toContain('明天多烧一窑')

    world.xpay.pay(outTradeNo)
    const paid = await refresh(orderNo)
    expect(paid).toMatchObject({ state: 'completed', paidFen: 500, tip: { thanks: '谢谢你，明天多烧一窑' } })
    expect(world.xpay.orders.get(outTradeNo)?.provided).toBe(true)
    expect(await page()).toMatchObject({
      totalFen: 500,
      tips: 1,
      recent: [{ name: '阿宁', message: '杯子很好看', amountFen: 500 }],
      leaders: [{ place: 1, name: '阿宁', totalFen: 500, tips: 1 }],
    })
  })

  it('is given to one of those who are listed; what the creator will say is told to the owner alone', async () => {
    const listed = await tipHandlers(world.deps).listCreators({}, world.call())
    const { thanks, ...shown } = potter
    expect(listed).toEqual({ ok: true, value: { items: [shown] } })
    const kept = await tipOwnerHandlers(world.deps).listAllCreators({}, world.call())
    expect(kept).toEqual({ ok: true, value: { items: [{ ...shown, thanks }] } })
  })

  it('of one’s own amount buys coins and spends them at once', async () => {
    const { orderNo } = await give('coins', 1234)
    expect(await refresh(orderNo)).toMatchObject({ state: 'completed', tip: { by: 'coins', progress: 'given' } })
    expect(world.xpay.coins(buyer)).toBe(0)
  })

  it('in coins waits for its giver when their session is over, and thanks when they are back', async () => {
    const { orderNo, outTradeNo } = await open('later', 1234)
    world.xpay.login(buyer)
    world.xpay.pay(outTradeNo)
    expect(await refresh(orderNo)).toMatchObject({ state: 'paid', tip: { progress: 'toSpend' } })
    expect((await page()).totalFen).toBe(0)
    expect(await tipHandlers(world.deps).coins({}, world.call())).toMatchObject({ refusal: { code: 'LOGIN_NEEDED' } })
    const loginCode = world.xpay.login(buyer)
    expect(await tipHandlers(world.deps).coins({ loginCode }, world.call())).toEqual({
      ok: true,
      value: { coins: 1234 },
    })
    world.pass(minute)
    await clean()
    expect((await refresh(orderNo)).tip.progress).toBe('given')
    expect(world.xpay.coins(buyer)).toBe(0)
  })

  it('paid long after its order expired is a tip all the same', async () => {
    const { orderNo, outTradeNo } = await open('late')
    for (const ms of [31 * minute, 2 * hour, 2 * hour]) {
      world.pass(ms)
      await clean()
    }
    expect((await refresh(orderNo)).state).toBe('closed')
    world.xpay.pay(outTradeNo)
    world.pass(day)
    await clean()
    expect(await refresh(orderNo)).toMatchObject({ state: 'completed', tip: { progress: 'given' } })
    expect((await page()).totalFen).toBe(500)
  })

  it('that nobody opened is closed soon: WeChat has never heard of it', async () => {
    const input = { ...askedTip('never'), loginCode: world.xpay.login(buyer) }
    const placed = await tipHandlers(world.deps).placeOrder(input, world.call())
    if (!placed.ok) throw new Error(placed.refusal.code)
    for (const ms of [31 * minute, 2 * minute, 2 * minute]) {
      world.pass(ms)
      await clean()
    }
    expect((await refresh(placed.value.order.orderNo)).state).toBe('closed')
  })
})

describe('words', () => {
  it('that WeChat refuses place nothing', async () => {
    world.check.verdict = 'hidden'
    const answer = await tipHandlers(world.deps).placeOrder(askedTip('a'), world.call())
    expect(answer).toEqual({ ok: false, refusal: { code: 'MESSAGE_REFUSED' } })
    expect(world.check.asked).toEqual(['阿宁：杯子很好看'])
  })

  it('that WeChat did not judge are not shown; the gift counts', async () => {
    world.check.verdict = 'unknown'
    await give('a')
    expect(await page()).toMatchObject({ totalFen: 500, leaders: [{ place: 1, totalFen: 500 }] })
    expect((await page()).recent).toEqual([{ amountFen: 500, atMs: expect.any(Number) }])
    world.check.verdict = 'review'
    world.pass(minute)
    await clean()
    const messages = await world.deps.tip.board.toReview({ limit: 5 })
    expect(messages.items).toHaveLength(1)
  })
})

describe('the board', () => {
  it('keeps the anonymous face of a person apart from the other, and joins two names of one', async () => {
    await give('a', 500)
    await give('b', 200, { giverName: '宁宁' })
    await give('c', 1000, { anonymous: true })
    world.pass(1_000)
    await give('d', 1000, { giverName: '小波' }, stranger)
    const { leaders } = await page()
    expect(leaders).toEqual([
      { place: 1, totalFen: 1000, tips: 1 },
      { place: 1, name: '小波', totalFen: 1000, tips: 1 },
      { place: 3, name: '宁宁', totalFen: 700, tips: 2 },
    ])
    const mine = await tipHandlers(world.deps).mine({}, world.call())
    expect(mine).toMatchObject({ ok: true, value: { items: [{}, {}, {}] } })
    const text = JSON.stringify([await page(), leaders])
    expect(text).not.toContain(buyer)
  })
})
