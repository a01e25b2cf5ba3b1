import { fen, type OpenId, type OrderNo, type OutTradeNo, type TipView } from '@pay/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { readPush } from '../../adapters/virtual-payment/read-push.ts'
import { buyer, requestId, stranger } from '../../testing/memory-world.ts'
import { potter, type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { orderHandlers } from '../order/order-handlers.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
import { handlePush } from './handle-push.ts'
import { reconcilePayment } from './reconcile-payment.ts'
import { tipHandlers } from './tip-handlers.ts'
import { tipOwnerHandlers } from './tip-owner-handlers.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let world: TipWorld
beforeEach(async () => {
  world = await tipWorld()
})

const asked = (name: string, amountFen = 500, more: object = {}) => ({
  requestId: requestId(name),
  creatorId: 'potter',
  amountFen: fen(amountFen),
  message: '杯子很好看',
  giverName: '阿宁',
  anonymous: false,
  ...more,
})

/** Placed with a fresh login and opened at the cashier, as a client does it. */
const open = async (name: string, amountFen = 500, more: object = {}, user: OpenId = buyer) => {
  const input = { ...asked(name, amountFen, more), loginCode: world.xpay.login(user) }
  const placed = await tipHandlers(world.deps).placeOrder(input, world.call(user))
  if (!placed.ok) throw new Error(JSON.stringify(placed.refusal))
  expect(world.xpay.open(user, placed.value.payment)).toBe(0)
  const { orderNo } = placed.value.order
  return { orderNo, outTradeNo: `${orderNo}-1` as OutTradeNo }
}

const refresh = async (orderNo: OrderNo, user: OpenId = buyer) => {
  const answer = await orderHandlers(world.deps).refresh({ orderNo }, world.call(user))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return { ...answer.value, tip: answer.value.detail as TipView }
}

const give = async (name: string, amountFen = 500, more: object = {}, user: OpenId = buyer) => {
  const { orderNo, outTradeNo } = await open(name, amountFen, more, user)
  world.xpay.pay(outTradeNo)
  await refresh(orderNo, user)
  return { orderNo, outTradeNo }
}

const giveBack = (orderNo: OrderNo) =>
  ownerActs(world.deps, orderNo, () => ({ kind: 'tip.giveBack' }), Number.MAX_VALUE)

const page = async () => {
  const answer = await tipHandlers(world.deps).getCreator({ creatorId: 'potter' }, world.call())
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

const clean = () => keepHouse(world.deps, world.deps.clock.nowMs() + hour)
const incidents = async () => (await world.deps.incidents.open({ limit: 20 })).items.map(({ kind }) => kind)

const deliver = { MsgType: 'event', Event: 'xpay_goods_deliver_notify', OpenId: buyer, Env: 0 }
const push = (event: object, source: unknown = 'wx_unknown') =>
  handlePush(world.deps, readPush(world.xpay.config, event, { source }), world.deps.clock.nowMs() + 2_000)

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
    const input = { ...asked('never'), loginCode: world.xpay.login(buyer) }
    const placed = await tipHandlers(world.deps).placeOrder(input, world.call())
    if (!placed.ok) throw new Error(placed.refusal.code)
    for (const ms of [31 * minute, 2 * minute, 2 * minute]) {
      world.pass(ms)
      await clean()
    }
    expect((await refresh(placed.value.order.orderNo)).state).toBe('closed')
  })
})

describe('the login', () => {
  it('is asked for when no session is known, and nothing is lost', async () => {
    const { placeOrder } = tipHandlers(world.deps)
    expect(await placeOrder(asked('a'), world.call())).toEqual({ ok: false, refusal: { code: 'LOGIN_NEEDED' } })
    const again = await placeOrder({ ...asked('a'), loginCode: world.xpay.login(buyer) }, world.call())
    expect(again).toMatchObject({
      ok: true,
      value: { payment: { rail: 'virtualPayment', mode: 'short_series_goods' } },
    })
    // The first try of a retry used the code up: the session is there all the same.
    expect(await placeOrder({ ...asked('a'), loginCode: 'code-1-0000' }, world.call())).toMatchObject({ ok: true })
  })

  it('of somebody else does not sign', async () => {
    const stolen = world.xpay.login(stranger)
    const answer = await tipHandlers(world.deps).placeOrder({ ...asked('a'), loginCode: stolen }, world.call())
    expect(answer).toEqual({ ok: false, refusal: { code: 'LOGIN_NEEDED' } })
  })

  it('can be renewed when paying again; a number that was opened is not handed out twice', async () => {
    const { placeOrder } = tipHandlers(world.deps)
    const placed = await placeOrder({ ...asked('a'), loginCode: world.xpay.login(buyer) }, world.call())
    if (!placed.ok) throw new Error(placed.refusal.code)
    const { orderNo } = placed.value.order
    const loginCode = world.xpay.login(buyer)
    expect(world.xpay.open(buyer, placed.value.payment)).toBe(-15005)
    world.pass(minute)
    const again = await orderHandlers(world.deps).pay({ orderNo, loginCode }, world.call())
    if (!again.ok) throw new Error(again.refusal.code)
    expect(world.xpay.open(buyer, again.value.payment)).toBe(0)
    world.pass(minute)
    expect(await orderHandlers(world.deps).pay({ orderNo }, world.call())).toEqual({
      ok: false,
      refusal: { code: 'PLACE_AGAIN' },
    })
    world.xpay.pay(`${orderNo}-1`)
    const paid = await orderHandlers(world.deps).pay({ orderNo }, world.call())
    expect(paid).toMatchObject({ ok: true, value: { order: { state: 'completed' } } })
  })

  it('that was replaced elsewhere is noticed before the payer meets it', async () => {
    await give('a')
    world.xpay.login(buyer)
    world.pass(2 * minute)
    const answer = await tipHandlers(world.deps).placeOrder(asked('b'), world.call())
    expect(answer).toEqual({ ok: false, refusal: { code: 'LOGIN_NEEDED' } })
  })

  it('leaves no secret in any log', async () => {
    world.xpay.fail('jscode2session', 'after')
    const lost = { ...asked('a'), loginCode: world.xpay.login(buyer) }
    expect(await tipHandlers(world.deps).placeOrder(lost, world.call())).toMatchObject({ ok: false })
    world.xpay.fail('query_order', 'after')
    const { orderNo } = await give('a', 500)
    await refresh(orderNo)
    world.xpay.fail('refund_order', 'before')
    await giveBack(orderNo)
    const log = JSON.stringify(world.lines)
    expect(world.lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['login', 'effect']))
    for (const secret of ['session-', 'the app', 'token-', buyer]) expect(log).not.toContain(secret)
  })
})

describe('what WeChat pushes', () => {
  it('is a hint: the query decides, and a repeat changes nothing', async () => {
    const { orderNo, outTradeNo } = await open('a')
    const event = { ...deliver, OutTradeNo: outTradeNo, WeChatPayInfo: { TransactionId: `4200${outTradeNo}` } }
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
      expect(await push({ ...deliver, OutTradeNo: outTradeNo }, source)).toBe('refused')
      expect((await world.deps.orders.get(orderNo))?.state).toBe('unpaid')
    },
  )

  it('of another env, or of no known form, is kept for a person', async () => {
    const { outTradeNo } = await open('a')
    for (const event of [
      { ...deliver, OutTradeNo: outTradeNo, Env: 1 },
      { ...deliver, OutTradeNo: { $gt: '' } },
      { ...deliver, Event: 'xpay_something_new' },
      'nothing',
    ])
      expect(await push(event as object)).toBe('acknowledged')
    expect(await incidents()).toEqual(Array(4).fill('strangeNotice'))
  })

  it('waits while WeChat cannot be asked, and housekeeping asks on', async () => {
    const { orderNo, outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo)
    world.xpay.fail('query_order', 'after')
    expect(await push({ ...deliver, OutTradeNo: outTradeNo })).toBe('repeat')
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

describe('money that goes back', () => {
  it('leaves the board at once and arrives when WeChat says so, lost push or not', async () => {
    const { orderNo, outTradeNo } = await give('a')
    await giveBack(orderNo)
    expect(await page()).toMatchObject({ totalFen: 0, tips: 0, recent: [], leaders: [] })
    expect(await refresh(orderNo)).toMatchObject({ state: 'completed', refunds: [{ state: 'accepted' }] })
    world.xpay.settleRefunds()
    world.pass(31 * minute)
    await clean()
    expect(await refresh(orderNo)).toMatchObject({ state: 'refunded', refundedFen: 500 })
    expect(world.xpay.orders.get(outTradeNo)?.left).toBe(0)
    expect(await incidents()).toEqual([])
  })

  it('of a tip in coins returns the coins first', async () => {
    const { orderNo, outTradeNo } = await give('a', 1234)
    await giveBack(orderNo)
    for (const ms of [minute, minute]) {
      world.pass(ms)
      await clean()
    }
    expect(world.xpay.orders.get(outTradeNo)?.left).toBe(0)
    expect(world.xpay.coins(buyer)).toBe(0)
  })

  it('is one refund, whichever answer was lost', async () => {
    for (const [n, path] of ['query_order', 'refund_order', 'stable_token', 'refund_order'].entries()) {
      const { orderNo, outTradeNo } = await give(`lost${n}`)
      world.xpay.fail(path, n % 2 === 0 ? 'before' : 'after', 2)
      await giveBack(orderNo)
      for (const ms of [minute, 2 * minute, 4 * minute]) {
        world.pass(ms)
        await clean()
      }
      expect(world.xpay.orders.get(outTradeNo)?.left).toBe(0)
      expect((await world.deps.orders.get(orderNo))?.refunds).toMatchObject([{ state: 'accepted' }])
    }
  })

  it('that Apple gave is seen by push, leaves the board, and is listed', async () => {
    const { orderNo, outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo, true)
    await refresh(orderNo)
    world.xpay.takeBack(outTradeNo, 500)
    const refund = { MsgType: 'event', Event: 'xpay_refund_notify', OpenId: buyer, MchOrderId: outTradeNo }
    expect(await push(refund)).toBe('acknowledged')
    expect(await push(refund)).toBe('acknowledged')
    expect(await page()).toMatchObject({ totalFen: 0, tips: 0 })
    expect((await refresh(orderNo)).tip.progress).toBe('takenBack')
    expect(await incidents()).toEqual(['billDifference'])
  })

  it('by ourselves while WeChat is asked what is left, is no money that went back without us', async () => {
    const { orderNo, outTradeNo } = await give('a')
    const { tip } = world.deps
    if (tip === undefined) throw new Error('no tips')
    let asked = 0
    const left: typeof tip.virtualPayment.left = async (...payment) => {
      if (++asked === 1) await giveBack(orderNo)
      return await tip.virtualPayment.left(...payment)
    }
    const deps = { ...world.deps, tip: { ...tip, virtualPayment: { ...tip.virtualPayment, left } } }
    await reconcilePayment(deps, { outTradeNo, payer: buyer }, world.deps.clock.nowMs() + hour)
    expect(asked).toBe(2)
    expect((await world.deps.orders.get(orderNo))?.detail).not.toHaveProperty('takenBackBy')
    expect(await incidents()).toEqual([])
  })

  it('cannot be asked of Apple by us: the refund is listed as stuck', async () => {
    const { orderNo, outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo, true)
    await refresh(orderNo)
    await giveBack(orderNo)
    for (let n = 0; n < 8; n++) {
      world.pass(hour)
      await clean()
    }
    expect(await incidents()).toContain('refundStuck')
  })
})

describe('words', () => {
  it('that WeChat refuses place nothing', async () => {
    world.check.verdict = 'hidden'
    const answer = await tipHandlers(world.deps).placeOrder(asked('a'), world.call())
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

describe('the token', () => {
  it('is fetched once for many calls, and once more when WeChat does not know it any longer', async () => {
    const tokens = () => world.xpay.requests.filter(({ url }) => url.includes('stable_token')).length
    await give('a')
    await give('b')
    expect(tokens()).toBe(1)
    world.xpay.voidTokens()
    await give('c')
    expect(tokens()).toBe(2)
    expect(await incidents()).toEqual([])
  })
})

describe('reconciliation', () => {
  it('finds a payment whose every notice was lost, after the order was closed', async () => {
    const { orderNo, outTradeNo } = await open('a')
    for (const ms of [31 * minute, 2 * hour, 2 * hour]) {
      world.pass(ms)
      await clean()
    }
    world.xpay.pay(outTradeNo)
    world.pass(day)
    await clean()
    expect((await world.deps.orders.get(orderNo))?.state).toBe('completed')
  })

  it('lists a payment whose order is gone', async () => {
    const { outTradeNo } = await open('a')
    world.xpay.pay(outTradeNo)
    const get = world.deps.orders.get
    Object.assign(world.deps.orders, { get: async () => undefined })
    world.pass(4 * hour)
    await clean()
    Object.assign(world.deps.orders, { get })
    expect(await incidents()).toContain('orphanPayment')
  })

  it('calls nobody when one of WeChat’s servers lags behind, and does when the payment stays missing', async () => {
    const { outTradeNo } = await give('a')
    const { virtualPayment } = world.deps.tip
    const lagging = { ...world.deps, gateways: { virtualPayment: { ...virtualPayment, query: async () => stillOpen } } }
    const look = () => reconcilePayment(lagging, { outTradeNo, payer: buyer }, Number.MAX_VALUE)
    expect(await look()).toBe('open')
    expect(await incidents()).toEqual([])
    world.pass(hour)
    expect(await look()).toBe('agreed')
    expect(await incidents()).toEqual(['billDifference'])
  })
})

const stillOpen = { kind: 'open' } as const
