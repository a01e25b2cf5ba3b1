import { tipStoresContract } from '@pay/backend/testing'
import { wxAccessTokenStore, wxCreatorStore, wxSessionStore, wxSignedPaymentStore, wxTipBoard } from '@pay/backend/wx'
import { coinsPerYuan, tipPointsFen, tipSaleOf } from '@pay/core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud, patiently } from '../emulated-cloud.ts'

const minute = 60_000
const hour = 60 * minute

interface Sold {
  readonly products: Readonly<Record<string, number>>
  readonly productNames: Readonly<Record<string, string>>
  readonly coinPriceFen: number
}

/** The functions as they are deployed, on the real SDK, against a WeChat that was written from the same documents by others. */
describe('tips on the emulated cloud', { timeout: 180_000 }, async () => {
  const world = await emulatedCloud()
  const { emulator, call, post } = world
  beforeEach(() => world.begin())
  afterAll(() => emulator.dispose())

  const login = async (user = 'li') => ((await post('/client/login', {}, user)) as { code: string }).code
  const asked = (name: string, amountFen = 500) => ({
    requestId: `request-${name.padStart(12, '0')}`,
    creatorId: 'xiaozhou',
    amountFen,
    giverName: '阿宁',
    message: '杯子很好看',
  })
  const place = async (name: string, amountFen = 500) => {
    const answer = await call('li', 'tip', 'placeOrder', { ...asked(name, amountFen), loginCode: await login() })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    const orderNo = answer.data.order.orderNo as string
    return { orderNo, outTradeNo: `${orderNo}-1`, payment: answer.data.payment }
  }
  const cashier = async (payment: { rail: string }, user = 'li') => {
    const { rail: _, ...parameters } = payment
    return (await post('/client/pay/virtual', parameters, user)) as { requestId: string; errCode?: number }
  }
  const pay = async (payment: { rail: string }, notice = 'normal') => {
    const { requestId, errCode } = await cashier(payment)
    if (errCode !== undefined) throw new Error(`requestVirtualPayment:fail ${errCode}`)
    return await post('/__emulator/pay/outcome', { requestId, action: 'pay', notice })
  }
  const order = async (orderNo: string) => (await call('li', 'order', 'get', { orderNo })).data
  const settled = async (orderNo: string) => {
    await emulator.advance(1_000)
    await expect.poll(async () => (await order(orderNo)).state, patiently).not.toBe('unpaid')
    return await order(orderNo)
  }
  const page = async () => (await call('li', 'tip', 'getCreator', { creatorId: 'xiaozhou' })).data
  const xpay = async () =>
    (await (await fetch(`${emulator.address}/__emulator/xpay`)).json()) as {
      orders: { outTradeNo: string; leftFee: number; provideAtMs?: number }[]
      accounts: Record<string, { paid: number }>
    }

  test('the consoles sell what core sells', () => {
    const { products: sold, productNames, coinPriceFen } = emulator.context.options.consoles['xpay/settings'] as Sold
    const products = tipPointsFen.map((point) => [(tipSaleOf(point) as { productId: string }).productId, point])
    expect(sold).toEqual(Object.fromEntries(products))
    expect(productNames).toEqual(Object.fromEntries(products.map(([id, fen]) => [id, `赞赏 ${Number(fen) / 100} 元`])))
    expect(coinPriceFen * coinsPerYuan).toBe(100)
  })

  test('a fixed point: a virtual good, paid, pushed, delivered, thanked for, on the page', async () => {
    const { orderNo, outTradeNo, payment } = await place('a')
    expect(payment).toMatchObject({ rail: 'virtualPayment', mode: 'short_series_goods' })
    expect((await order(orderNo)).detail.thanks).toBeUndefined()
    await pay(payment)
    expect(await settled(orderNo)).toMatchObject({
      state: 'completed',
      paidFen: 500,
      detail: { progress: 'given', thanks: expect.stringContaining('谢谢') },
    })
    await expect.poll(async () => (await page()).totalFen, patiently).toBe(500)
    expect(await page()).toMatchObject({
      tips: 1,
      recent: [{ name: '阿宁', message: '杯子很好看', amountFen: 500 }],
      leaders: [{ place: 1, name: '阿宁', totalFen: 500 }],
    })
    const [there] = (await xpay()).orders
    expect(there).toMatchObject({ outTradeNo, provideAtMs: expect.any(Number) })
    expect((await call('li', 'tip', 'mine', {})).data.items).toMatchObject([{ orderNo, amountFen: 500 }])
  })

  test('costs 5 database requests to place and 2 to settle; the effects have their own', async () => {
    // The second tip: instances are warm and hold the access token.
    const warm = await place('warm')
    await pay(warm.payment)
    await settled(warm.orderNo)
    const named = (since: number, name: string) =>
      world.requests(since).flatMap(({ from, name: request }) => (from === `function:${name}` ? [request] : []))
    const placing = world.mark()
    const { orderNo, payment } = await place('count')
    expect(named(placing, 'tip')).toEqual([
      'getDocument creators',
      'insertDocument orders',
      // The session brought by this call, and read to sign with.
      'modifyDocument sessions',
      'getDocument sessions',
      'insertDocument signedPayments',
    ])
    const paying = world.mark()
    await pay(payment)
    await settled(orderNo)
    await expect
      .poll(() => named(paying, 'tip-pay-notice'), patiently)
      .toEqual([
        'getDocument orders',
        'modifyDocument orders',
        // The effects: shown on the page, delivered at WeChat, then the batch marked done.
        'modifyDocument tips',
        'insertDocument tips',
        'modifyDocument orders',
      ])
  })

  test('an amount of one’s own: coins, bought and spent', async () => {
    const { orderNo, payment } = await place('b', 1234)
    expect(payment.mode).toBe('short_series_coin')
    await pay(payment)
    await settled(orderNo)
    await expect.poll(async () => (await order(orderNo)).detail.progress, patiently).toBe('given')
    expect(Object.values((await xpay()).accounts)).toMatchObject([{ paid: 0 }])
    expect((await call('li', 'tip', 'coins', {})).data).toEqual({ coins: 0 })
  })

  test('the push lost: paid within one period of the timer, by query', async () => {
    const { orderNo, payment } = await place('c')
    await pay(payment, 'lost')
    await emulator.advance(minute)
    expect((await order(orderNo)).state).toBe('completed')
  })

  test('five pushes are one tip', async () => {
    const { orderNo, payment } = await place('d')
    await pay(payment, 'five')
    await settled(orderNo)
    await emulator.advance(minute)
    const seen = (await order(orderNo)).history.filter(({ what }: { what: string }) => what === 'payment.seen')
    expect(seen).toHaveLength(1)
    expect((await page()).totalFen).toBe(500)
  })

  test('without a login it says so, and goes on with one', async () => {
    expect(await call('li', 'tip', 'placeOrder', asked('e'))).toEqual({ ok: false, error: { code: 'LOGIN_NEEDED' } })
    const { payment } = await place('e')
    expect((await cashier(payment)).errCode).toBeUndefined()
    expect(await cashier(payment, 'wang')).toMatchObject({ errCode: -15005 })
  })

  test('a number that was opened is not handed out again, and its tip can still be paid there', async () => {
    const { orderNo, payment } = await place('f')
    const { requestId } = await cashier(payment)
    await emulator.advance(minute)
    expect(await call('li', 'order', 'pay', { orderNo, loginCode: await login() })).toEqual({
      ok: false,
      error: { code: 'PLACE_AGAIN' },
    })
    await post('/__emulator/pay/outcome', { requestId, action: 'pay' })
    expect((await settled(orderNo)).state).toBe('completed')
  })

  test('given back by the owner: off the page at once, the money arrives', async () => {
    const { orderNo, payment } = await place('g', 1234)
    await pay(payment)
    await settled(orderNo)
    await expect.poll(async () => (await page()).totalFen, patiently).toBe(1234)
    const back = await call('owner', 'owner', 'giveBackTip', { orderNo })
    expect(back).toMatchObject({ ok: true, data: { refunds: [{ amountFen: 1234 }] } })
    expect(await page()).toMatchObject({ totalFen: 0, tips: 0, leaders: [] })
    await emulator.advance(5 * minute)
    await expect.poll(async () => (await order(orderNo)).state, patiently).toBe('refunded')
    expect((await xpay()).orders[0]?.leftFee).toBe(0)
  })

  test('paid hours after it expired, it is a tip all the same', async () => {
    const { orderNo, payment } = await place('h')
    const { requestId } = await cashier(payment)
    await emulator.advance(4 * hour)
    expect((await order(orderNo)).state).toBe('closed')
    await post('/__emulator/pay/outcome', { requestId, action: 'pay' })
    await emulator.advance(minute)
    await expect.poll(async () => (await order(orderNo)).state, patiently).toBe('completed')
  })

  test('whoever calls the notice himself changes nothing and learns nothing', async () => {
    const { orderNo, outTradeNo } = await place('i')
    const perfect = {
      MsgType: 'event',
      Event: 'xpay_goods_deliver_notify',
      OpenId: emulator.as('li').openid,
      OutTradeNo: outTradeNo,
      Env: 0,
    }
    const answers: unknown[] = []
    for (const event of [perfect, { ...perfect, OutTradeNo: { $gt: '' } }, {}])
      answers.push(await emulator.call('tip-pay-notice', event, { as: 'li' }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await order(orderNo)).state).toBe('unpaid')
    expect(JSON.stringify(await post('/client/call', { name: 'tip-pay-notice', data: perfect }, 'li'))).toMatch(
      /PERMISSION|-50/,
    )
  })

  describe('the stores', () => {
    const db = world.cloud.database({ throwOnNotFound: false })
    tipStoresContract({
      makeStores: () => ({
        creators: wxCreatorStore(db),
        board: wxTipBoard(db),
        sessions: wxSessionStore(db),
        tokens: wxAccessTokenStore(db),
        signed: wxSignedPaymentStore(db),
      }),
    })
  })
})
