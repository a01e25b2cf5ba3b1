import {
  type ErrandDetail,
  type Fen,
  fen,
  type OpenId,
  type OrderNo,
  type OutTradeNo,
  orderEntries,
  type PayoutNo,
  payoutEntry,
  type Refusal,
  type Result,
  type Runner,
  unbalanced,
} from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { buyer, type MemoryWorld, memoryWorld, requestId, stranger } from '../../testing/memory-world.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import { refreshOrder } from '../order/refresh-order.ts'
import { errandHandlers } from './errand-handlers.ts'
import { errandOwnerHandlers } from './errand-owner-handlers.ts'
import { runnerNoFor } from './numbers.ts'

const minute = 60_000
const hour = 60 * minute
const runner = 'oRunner000000000000000000000' as OpenId
const rival = 'oRival0000000000000000000000' as OpenId
const from = { lat: 30.274151, lng: 120.155149 }
const to = { lat: 30.246026, lng: 120.210792 }
const people = { door: '3 栋 1201', name: '王小姐', phone: '13800000001' }

let world: MemoryWorld
let errands: ReturnType<typeof errandHandlers>
let owner: ReturnType<typeof errandOwnerHandlers>
beforeEach(async () => {
  world = await memoryWorld()
  errands = errandHandlers(world.deps)
  owner = errandOwnerHandlers(world.deps)
  for (const openid of [runner, rival]) await approve(openid)
})

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const refused = (result: Result<unknown, Refusal>) => (result.ok ? 'ok' : result.refusal.code)

const approve = async (openid: OpenId) => {
  value(await errands.apply({ name: '李师傅', phone: '13900000002' }, world.call(openid)))
  value(await owner.auditRunner({ runnerNo: runnerNoFor(openid), move: 'approve', because: '' }, world.call()))
}

interface Wish {
  readonly kind?: 'send' | 'buy' | 'do'
  readonly tip?: number
  readonly goods?: number
}

const publish = async (name = 'a', { kind = 'send', tip = 0, goods = 0 }: Wish = {}, openid = buyer) => {
  const terms = { kind, weightKg: 3, declaredFen: fen(0), tipFen: fen(tip), goodsFen: fen(goods) } as const
  const quote = value(await errands.quote({ ...terms, from, to }, world.call(openid)))
  return await errands.publish(
    {
      requestId: requestId(name),
      ...terms,
      from: { ...from, address: '浙江省杭州市拱墅区湖墅南路 1 号', ...people },
      to: { ...to, address: '浙江省杭州市上城区解放东路 2 号', ...people },
      what: '一份合同，电话 13800000001',
      pictures: [],
      quote,
    },
    world.call(openid),
  )
}

const pay = async (orderNo: OrderNo, openid = buyer) => {
  const outTradeNo = `${orderNo}-1` as OutTradeNo
  world.wechat.pay(outTradeNo, openid)
  const { totalFen } = await stored(orderNo)
  const notice = {
    kind: 'payment',
    rail: 'cloudPay',
    outTradeNo,
    transactionId: `4200${outTradeNo}`,
    payer: openid,
    totalFen,
  } as const
  expect(await handleNotice(world.deps, { kind: 'notice', notice }, Number.POSITIVE_INFINITY)).toBe('acknowledged')
}

const open = async (name = 'a', wish: Wish = {}): Promise<OrderNo> => {
  const { orderNo } = value(await publish(name, wish)).order
  await pay(orderNo)
  return orderNo
}

const stored = async (orderNo: OrderNo) => {
  const order = await world.deps.orders.get(orderNo)
  if (order === undefined) throw new Error(`no order ${orderNo}`)
  return order
}
const detailOf = async (orderNo: OrderNo) => (await stored(orderNo)).detail as ErrandDetail
const runnerOf = async (openid = runner): Promise<Runner> => {
  const found = await world.deps.errand?.runners.get(runnerNoFor(openid))
  if (found === undefined) throw new Error('no runner')
  return found
}
const timePasses = async (ms: number) => {
  world.pass(ms)
  for (let i = 0; i < 3; i++) await keepHouse(world.deps, world.deps.clock.nowMs() + 20_000)
}

const take = (orderNo: OrderNo, openid = runner) => errands.take({ orderNo }, world.call(openid))
const pickUp = async (orderNo: OrderNo, goodsFen = 0) =>
  errands.pickUp(
    { orderNo, code: (await detailOf(orderNo)).codes.pickup ?? '', goodsFen: fen(goodsFen), receipt: [] },
    world.call(runner),
  )
const deliver = async (orderNo: OrderNo) =>
  errands.deliver({ orderNo, code: (await detailOf(orderNo)).codes.delivery }, world.call(runner))
const done = async (orderNo: OrderNo, goodsFen = 0) => {
  value(await take(orderNo))
  value(await pickUp(orderNo, goodsFen))
  value(await deliver(orderNo))
}

/** Sends back what WeChat took, so that refunds settle. */
const refundsOf = () => [...world.wechat.refunds.values()].map(({ asked }) => asked.amountFen)

describe('an errand', () => {
  test('is quoted, published, paid, taken, picked up, delivered, confirmed, settled and withdrawn', async () => {
    const orderNo = await open('a', { tip: 300 })
    const { price } = await detailOf(orderNo)
    expect(price).toMatchObject({ baseFen: 600, tipFen: 300, totalFen: price.feeFen + 300 })

    await done(orderNo)
    expect((await runnerOf()).slots).toEqual({})
    value(await errands.confirm({ orderNo }, world.call()))
    const earningFen = price.feeFen - Math.floor(price.feeFen * 0.15) + 300
    expect(value(await errands.earnings({}, world.call(runner)))).toMatchObject({
      availableFen: 0,
      frozenFen: earningFen,
    })

    await timePasses(24 * hour)
    expect(await stored(orderNo)).toMatchObject({ state: 'completed', detail: { task: 'settled' }, outbox: [] })
    const asked = { requestId: requestId('w1'), amountFen: fen(earningFen) }
    for (let i = 0; i < 2; i++)
      expect(value(await errands.withdraw(asked, world.call(runner)))).toMatchObject({ availableFen: 0, frozenFen: 0 })

    const [payout] = value(await owner.listPayouts({}, world.call())).items
    if (payout === undefined) throw new Error('no payout')
    const recorded = { runnerNo: payout.runnerNo, payoutNo: payout.payoutNo, reference: '转账 20261122-1' }
    for (let i = 0; i < 2; i++)
      expect(value(await owner.recordPayout(recorded, world.call()))).toMatchObject({ state: 'paid' })
    expect(value(await owner.listPayouts({}, world.call())).items).toEqual([])
    expect(await world.deps.ledger.getMany([`payout:${payout.payoutNo}`])).toHaveLength(1)

    const entries = [
      ...orderEntries(await stored(orderNo)),
      payoutEntry({ payoutNo: 'x' as PayoutNo, runner, amountFen: earningFen, paidAtMs: 1, by: 'bank' }),
    ]
    expect(unbalanced(entries)).toEqual([])
  })

  test('has a price that nobody can change, use for another, or use for ever', async () => {
    const terms = { kind: 'do', weightKg: 0, declaredFen: fen(0), tipFen: fen(0), goodsFen: fen(0) } as const
    const quote = value(await errands.quote({ ...terms, to }, world.call()))
    const wish = {
      requestId: requestId('q'),
      ...terms,
      to: { ...to, address: '浙江省杭州市上城区', ...people },
      what: '排队',
      pictures: [],
      quote,
    }
    const cheaper = { ...quote, price: { ...quote.price, totalFen: 1 as Fen } }
    expect(refused(await errands.publish({ ...wish, quote: cheaper }, world.call()))).toBe('QUOTE_NOT_OURS')
    expect(refused(await errands.publish({ ...wish, weightKg: 20 }, world.call()))).toBe('QUOTE_NOT_OURS')
    expect(refused(await errands.publish(wish, world.call(stranger)))).toBe('QUOTE_NOT_OURS')
    const first = value(await errands.publish(wish, world.call()))
    world.pass(11 * minute)
    expect(refused(await errands.publish({ ...wish, requestId: requestId('r') }, world.call()))).toBe('QUOTE_EXPIRED')
    expect(value(await errands.publish(wish, world.call())).order.orderNo).toBe(first.order.orderNo)
    expect(refused(await errands.publish({ ...wish, what: '别的' }, world.call()))).toBe('QUOTE_EXPIRED')
  })

  test('is in the hall from the payment on, and shows there nothing that is anybody’s business', async () => {
    const { orderNo } = value(await publish()).order
    const hall = async (at = from, openid = runner) => value(await errands.hall({ at }, world.call(openid))).items
    expect(await hall()).toEqual([])
    expect(refused(await take(orderNo))).toBe('NOT_FOUND')
    await pay(orderNo)
    const [seen] = await hall()
    expect(seen).toMatchObject({ orderNo, kind: 'send', fromArea: '拱墅区', toArea: '上城区', mine: false })
    const { codes } = await detailOf(orderNo)
    const text = JSON.stringify(seen)
    for (const secret of [buyer, '1380', '王小姐', '解放东路', '湖墅', '合同', '1201', '30.27'])
      expect(text).not.toContain(secret)
    expect(Object.values(seen ?? {})).not.toContain(codes.pickup)
    expect(Object.values(seen ?? {})).not.toContain(codes.delivery)
    expect((await hall(from, buyer))[0]?.mine).toBe(true)
    expect(await hall({ lat: 31.2, lng: 121.4 })).toEqual([])
    value(await take(orderNo))
    expect(await hall()).toEqual([])
  })

  test('goes to one of many runners who tap at once, never to its own buyer, and nobody has too many', async () => {
    const orderNo = await open()
    const many = Array.from({ length: 20 }, (_, n) => `oMany${String(n).padStart(23, '0')}` as OpenId)
    for (const openid of [...many, buyer]) await approve(openid)
    expect(refused(await take(orderNo, buyer))).toBe('OWN_TASK')
    const answers = await Promise.all(many.map((openid) => take(orderNo, openid)))
    expect(answers.map(refused).filter((code) => code === 'ok')).toHaveLength(1)
    expect(new Set(answers.map(refused))).toEqual(new Set(['ok', 'ALREADY_TAKEN']))
    const slots = await Promise.all(many.map(async (openid) => Object.keys((await runnerOf(openid)).slots).length))
    expect(slots.reduce((sum, held) => sum + held, 0)).toBe(1)

    for (const name of ['b', 'c', 'd']) value(await take(await open(name)))
    const oneMore = await open('e')
    expect(refused(await take(oneMore))).toBe('HANDS_FULL')
    expect(refused(await take(oneMore, stranger))).toBe('NOT_FOUND')
  })

  test('is taken once by a double tap, and a slot that a crash left behind does not block for ever', async () => {
    const orderNo = await open()
    const taps = await Promise.all([take(orderNo), take(orderNo)])
    expect(taps.map(refused)).toEqual(['ok', 'ok'])
    expect(Object.keys((await runnerOf()).slots)).toHaveLength(1)
    const stuck = Object.fromEntries(['X', 'Y'].map((letter) => [`${letter.repeat(26)}-1`, world.deps.clock.nowMs()]))
    const now = await runnerOf()
    await world.deps.errand?.runners.replace({ ...now, version: now.version + 1, slots: { ...now.slots, ...stuck } })
    const second = await open('b')
    expect(refused(await take(second))).toBe('HANDS_FULL')
    world.pass(3 * minute)
    value(await take(second))
    expect(Object.keys((await runnerOf()).slots)).toHaveLength(2)
  })

  test('is seen with codes by the buyer alone, and wrong codes are soon at an end', async () => {
    const orderNo = await open()
    const task = value(await take(orderNo))
    expect(JSON.stringify(task)).not.toContain('codes')
    expect(task.detail.to).toMatchObject({ phone: '13800000001' })
    expect(refused(await errands.task({ orderNo }, world.call(rival)))).toBe('NOT_FOUND')
    const mine = value(await refreshOrder(world.deps, { orderNo }, world.call()))
    const { codes } = await detailOf(orderNo)
    expect(mine.detail).toMatchObject({ codes, runner: { name: '李师傅', phone: '13900000002' } })

    const wrong = codes.pickup === '0000' ? '0001' : '0000'
    const guess = () => errands.pickUp({ orderNo, code: wrong, goodsFen: fen(0), receipt: [] }, world.call(runner))
    expect(await guess()).toMatchObject({ refusal: { code: 'WRONG_CODE', left: 2 } })
    expect(await guess()).toMatchObject({ refusal: { code: 'WRONG_CODE', left: 1 } })
    expect(await guess()).toMatchObject({ refusal: { code: 'WRONG_CODE', left: 0 } })
    expect(refused(await pickUp(orderNo))).toBe('CODE_PAUSED')
    world.pass(5 * minute)
    value(await pickUp(orderNo))
    expect(refused(await errands.deliver({ orderNo, code: wrong }, world.call(rival)))).toBe('NOT_FOUND')
  })

  test('that nobody takes in half an hour goes back in full, tips added meanwhile included', async () => {
    const orderNo = await open()
    const asked = { requestId: requestId('t'), orderNo, tipFen: fen(500) }
    const extra = value(await errands.addTip(asked, world.call())).order
    await pay(extra.orderNo)
    expect((await detailOf(orderNo)).extras).toMatchObject([{ purpose: 'tip', amountFen: 500 }])
    await timePasses(31 * minute)
    expect((await detailOf(orderNo)).task).toBe('notTaken')
    await timePasses(2 * minute)
    const { price } = await detailOf(orderNo)
    expect(refundsOf().sort()).toEqual([price.totalFen, 500].sort())
  })

  test('given back by its runner is open again, and he may take it once more', async () => {
    const orderNo = await open()
    value(await take(orderNo))
    for (let i = 0; i < 2; i++) value(await errands.drop({ orderNo, why: '车坏了' }, world.call(runner)))
    expect(await runnerOf()).toMatchObject({ slots: {} })
    expect(refused(await errands.drop({ orderNo, why: '没有' }, world.call(rival)))).toBe('NOT_FOUND')
    expect(value(await errands.hall({ at: from }, world.call(rival))).items).toHaveLength(1)
    value(await take(orderNo))
    expect(Object.keys((await runnerOf()).slots)).toEqual([`${orderNo}-2`])
  })

  test('costs what was told when the buyer cancels, and the runner has his share of it', async () => {
    const orderNo = await open()
    value(await take(orderNo))
    world.pass(10 * minute)
    const { feeFen, refundFen } = value(await errands.cancelPreview({ orderNo }, world.call()))
    expect(feeFen).toBeGreaterThan(0)
    expect(refused(await errands.cancel({ orderNo, toldFen: fen(0) }, world.call()))).toBe('CANCEL_FEE_CHANGED')
    for (let i = 0; i < 2; i++) value(await errands.cancel({ orderNo, toldFen: feeFen }, world.call()))
    expect(refundsOf()).toEqual([refundFen])
    expect((await runnerOf()).availableFen).toBe(feeFen - Math.floor(feeFen * 0.15))
    expect(await stored(orderNo)).toMatchObject({ state: 'completed', detail: { task: 'cancelled' } })
  })

  test('of buying gives back what was not spent, and asks for what is missing', async () => {
    const cheap = await open('a', { kind: 'buy', goods: 5_000 })
    await done(cheap, 4_200)
    expect(refundsOf()).toEqual([800])

    const dear = await open('b', { kind: 'buy', goods: 5_000 })
    value(await take(dear))
    expect(refused(await pickUp(dear, 6_000))).toBe('GOODS_TOO_MUCH')
    value(await errands.askGoods({ orderNo: dear, goodsFen: fen(6_000) }, world.call(runner)))
    const extra = value(await errands.payGoods({ requestId: requestId('g'), orderNo: dear }, world.call())).order
    expect(extra.totalFen).toBe(1_000)
    await pay(extra.orderNo)
    value(await pickUp(dear, 6_000))
    value(await deliver(dear))
    value(await errands.confirm({ orderNo: dear }, world.call()))
    const { price } = await detailOf(dear)
    expect((await runnerOf()).earnings[dear]?.amountFen).toBe(price.feeFen - Math.floor(price.feeFen * 0.15) + 6_000)
  })

  test('sends a further payment back that the task has no use for', async () => {
    const orderNo = await open()
    const asked = { requestId: requestId('t'), orderNo, tipFen: fen(500) }
    const extra = value(await errands.addTip(asked, world.call())).order
    value(await errands.cancel({ orderNo, toldFen: fen(0) }, world.call()))
    await pay(extra.orderNo)
    expect((await stored(extra.orderNo)).detail).toMatchObject({ extra: 'returned' })
    expect(refundsOf()).toContain(500)
  })

  test('in dispute is frozen until the owner divides it', async () => {
    const orderNo = await open()
    await done(orderNo)
    value(await errands.confirm({ orderNo }, world.call()))
    value(await errands.dispute({ orderNo, why: '少了一份', pictures: [] }, world.call()))
    await timePasses(72 * hour)
    expect((await detailOf(orderNo)).task).toBe('frozen')
    const [listed] = value(await owner.listDisputes({}, world.call())).items
    expect(listed).toMatchObject({ orderNo, detail: { dispute: { by: 'buyer', why: '少了一份' } } })
    const { totalFen } = await stored(orderNo)
    const ruling = { orderNo, refundFen: fen(totalFen - 500), runnerFen: fen(300), note: '各退一步' }
    expect(refused(await owner.settleDispute({ ...ruling, runnerFen: fen(501) }, world.call()))).toBe('SPLIT_TOO_MUCH')
    for (let i = 0; i < 2; i++) value(await owner.settleDispute(ruling, world.call()))
    expect(refundsOf()).toEqual([totalFen - 500])
    expect(await runnerOf()).toMatchObject({ availableFen: 300 })
  })

  test('can be given back later, and what the runner withdrew already he owes', async () => {
    const orderNo = await open()
    await done(orderNo)
    await timePasses(49 * hour)
    await timePasses(25 * hour)
    expect((await detailOf(orderNo)).task).toBe('settled')
    const { availableFen } = await runnerOf()
    value(await errands.withdraw({ requestId: requestId('w'), amountFen: availableFen }, world.call(runner)))
    const decision = { orderNo, key: 'late1', refundFen: fen(500), clawbackFen: fen(400), note: '补偿' }
    for (let i = 0; i < 2; i++) value(await owner.giveBackErrand(decision, world.call()))
    expect(await runnerOf()).toMatchObject({ availableFen: 0, owedFen: 400 })
    expect(refundsOf()).toEqual([500])
  })

  test('two withdrawals of one balance: one of them', async () => {
    const orderNo = await open()
    await done(orderNo)
    await timePasses(24 * hour)
    await timePasses(24 * hour)
    const { availableFen } = await runnerOf()
    const wish = (name: string) =>
      errands.withdraw({ requestId: requestId(name), amountFen: availableFen }, world.call(runner))
    const answers = await Promise.all([wish('w1'), wish('w2')])
    expect(answers.map(refused).sort()).toEqual(['BALANCE_TOO_LOW', 'ok'])
  })

  test('is rated once each way when it is over', async () => {
    const orderNo = await open()
    await done(orderNo)
    const five = { orderNo, stars: 5, words: '准时' }
    expect(refused(await errands.rateRunner(five, world.call()))).toBe('TASK_NOT_NOW')
    value(await errands.confirm({ orderNo }, world.call()))
    for (let i = 0; i < 2; i++) value(await errands.rateRunner(five, world.call()))
    expect(refused(await errands.rateRunner({ ...five, stars: 1 }, world.call()))).toBe('RATED_BEFORE')
    value(await errands.rateBuyer({ orderNo, stars: 4, words: '' }, world.call(runner)))
    expect(value(await errands.me({}, world.call(runner)))).toMatchObject({ rating: { count: 1, stars: 5 } })
    const task = value(await errands.task({ orderNo }, world.call(runner)))
    expect(task.buyerRating).toEqual({ count: 1, stars: 4 })
  })
})
