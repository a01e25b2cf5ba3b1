import { wxCouponStore } from '@pay/backend/wx'
import { type Coupon, fen } from '@pay/core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud, patiently } from '../emulated-cloud.ts'

const minute = 60_000
const cup = { goodsId: 'cup', skuId: 'cup-tianqing', quantity: 2 }
const tea = { goodsId: 'tea', skuId: 'tea-50', quantity: 1 }

/** The functions as they are deployed, on the real SDK, called through the door that phones use. */
describe('a paid order on the emulated cloud', { timeout: 180_000 }, async () => {
  const world = await emulatedCloud()
  const { emulator, call, post } = world
  beforeEach(() => world.begin())
  afterAll(() => emulator.dispose())

  const place = async (name: string, lines: readonly object[] = [cup], user = 'li') => {
    const answer = await call(user, 'shop', 'placeOrder', { requestId: `request-${name.padStart(12, '0')}`, lines })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return {
      orderNo: answer.data.order.orderNo as string,
      outTradeNo: `${answer.data.order.orderNo}-1`,
      ...answer.data,
    }
  }
  const pay = (outTradeNo: string, notice = 'normal') =>
    post('/__emulator/pay/outcome', { outTradeNo, action: 'pay', notice, user: 'li' })
  /** WeChat's notice is delivered while the clock advances; the function it starts may take a moment more. */
  const settled = async (orderNo: string) => {
    await emulator.advance(1_000)
    for (let i = 0; i < 100; i++) {
      const now = await order(orderNo)
      if (now.state !== 'unpaid') return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${orderNo} stays unpaid`)
  }
  const order = async (orderNo: string) => (await call('li', 'order', 'get', { orderNo })).data
  const shelf = async (goodsId = 'cup', at = 0) =>
    (await call('li', 'shop', 'getGoods', { goodsId })).data.skus[at].available as number
  const named = (since: number, from?: string) =>
    world.requests(since).flatMap((event) => (from === undefined || event.from === from ? [event.name] : []))
  const trade = async (outTradeNo: string) => {
    const answer = await fetch(`${emulator.address}/__emulator/pay?outTradeNo=${outTradeNo}`)
    return ((await answer.json()) as { trades: { state: string; refunds: { refundFee: number }[] }[] }).trades[0]
  }

  test('placed, paid at the cashier, settled by the notice; the stock is sold', async () => {
    const { orderNo, outTradeNo, payment, order: placed } = await place('a')
    expect(payment).toMatchObject({ rail: 'cloudPay', signType: 'MD5' })
    expect(placed).toMatchObject({ state: 'unpaid', totalFen: 13_600, actions: ['pay', 'cancel'] })
    expect(await shelf()).toBe(18)
    await pay(outTradeNo)
    const paid = await settled(orderNo)
    expect(paid).toMatchObject({ state: 'paid', paidFen: 13_600, detail: { fulfilment: 'toShip' } })
    expect(paid.history.map(({ what }: { what: string }) => what)).toEqual(['order.placed', 'payment.seen'])
    expect(await shelf()).toBe(18)
  })

  test.each([1, 2, 3])(
    'costs 4 database requests and 1 per line, %i lines; the effects have their own',
    async (lines) => {
      const extra = [tea, { goodsId: 'card', skuId: 'card-one', quantity: 1 }].slice(0, lines - 1)
      // The second order: instances are warm and remember the shop's settings.
      await place('warm')
      const start = world.mark()
      const { orderNo, outTradeNo } = await place('b', [cup, ...extra])
      const placing = named(start, 'function:shop')
      expect(placing.filter((name) => name !== 'unifiedOrder')).toEqual([
        'getDocument goods',
        'insertDocument orders',
        ...Array.from({ length: lines }, () => 'modifyDocument stock'),
      ])
      expect(placing.filter((name) => name === 'unifiedOrder')).toHaveLength(1)

      const paying = world.mark()
      await pay(outTradeNo)
      expect((await settled(orderNo)).state).toBe('paid')
      await expect
        .poll(() => named(paying, 'function:pay-notice'), patiently)
        .toEqual([
          'getDocument orders',
          'queryOrder',
          'modifyDocument orders',
          // The effects: every line sold, then the batch marked done.
          ...Array.from({ length: lines }, () => 'modifyDocument stock'),
          'modifyDocument orders',
        ])
      expect((await order(orderNo)).state).toBe('paid')
    },
  )

  test('each coupon costs one request more, takes its discount, and comes back when the order closes', async () => {
    const coupons = wxCouponStore(world.cloud.database({ throwOnNotFound: false }))
    await coupons.insert(tenOff(emulator.context.clock.now()), 5)
    expect(await call('li', 'shop', 'claimCoupon', { couponId: 'ten-off' })).toMatchObject({ data: { usesLeft: 1 } })
    const asked = { lines: [cup], couponIds: ['ten-off'] }
    expect((await call('li', 'shop', 'quote', asked)).data.price).toMatchObject({
      discountFen: 1_000,
      totalFen: 12_600,
    })
    const start = world.mark()
    const placed = await call('li', 'shop', 'placeOrder', { ...asked, requestId: 'request-000000000077' })
    expect(
      named(start, 'function:shop')
        .filter((name) => name !== 'unifiedOrder')
        .sort(),
    ).toEqual(['getDocument goods', 'insertDocument orders', 'modifyDocument couponWallets', 'modifyDocument stock'])
    const again = await call('li', 'shop', 'placeOrder', { ...asked, requestId: 'request-000000000078' })
    expect(again.error).toEqual({ code: 'COUPON_NOT_USABLE', couponId: 'ten-off', why: 'spent' })
    await call('li', 'order', 'cancel', { orderNo: placed.data.order.orderNo })
    expect((await call('li', 'shop', 'listCoupons', {})).data.mine).toMatchObject([{ usesLeft: 1 }])
    expect(await shelf()).toBe(20)
  })

  test('a duplicate notice costs 1 request and changes nothing; five are one change', async () => {
    const { orderNo, outTradeNo } = await place('c')
    await pay(outTradeNo, 'five')
    await emulator.advance(5 * minute)
    expect((await order(orderNo)).history.filter(({ what }: { what: string }) => what === 'payment.seen')).toHaveLength(
      1,
    )
    const { notices } = (await (await fetch(`${emulator.address}/__emulator/notices`)).json()) as {
      notices: { id: string }[]
    }
    const start = world.mark()
    await post(`/__emulator/notices/${notices[0]?.id}/resend`, {})
    expect(named(start, 'function:pay-notice')).toEqual(['getDocument orders'])
  })

  test('notice lost: paid within one period of the timer, by query', async () => {
    const { orderNo, outTradeNo } = await place('d')
    await pay(outTradeNo, 'lost')
    await emulator.advance(minute)
    expect((await order(orderNo)).state).toBe('paid')
  })

  test('unpaid past its deadline: closed at WeChat too, the stock is back', async () => {
    const { orderNo, outTradeNo } = await place('e')
    await emulator.advance(33 * minute)
    expect(await order(orderNo)).toMatchObject({ state: 'closed', closeReason: 'expired' })
    expect((await trade(outTradeNo))?.state).toBe('CLOSED')
    expect(await shelf()).toBe(20)
  })

  test('cancelled and paid all the same: the money goes back, once', async () => {
    const { orderNo, outTradeNo } = await place('f')
    expect((await call('li', 'order', 'cancel', { orderNo })).data.state).toBe('closing')
    await pay(outTradeNo)
    await emulator.advance(3 * minute)
    expect(await order(orderNo)).toMatchObject({
      state: 'closed',
      refunds: [{ amountFen: 13_600, reason: 'latePayment' }],
    })
    expect((await trade(outTradeNo))?.refunds.map(({ refundFee }) => refundFee)).toEqual([13_600])
    expect(await shelf()).toBe(20)
  })

  test('paying again hands out the same payment', async () => {
    const { orderNo, payment } = await place('g')
    const again = await call('li', 'order', 'pay', { orderNo })
    expect(again.data.payment.package).toBe(payment.package)
  })

  test('the function finds no difference between the same request twice', async () => {
    const [one, two] = await Promise.all([place('h'), place('h')])
    expect(one.orderNo).toBe(two.orderNo)
    expect(await shelf()).toBe(18)
  })

  test('whoever calls the notice or the timer himself changes nothing and learns nothing', async () => {
    const { orderNo, outTradeNo } = await place('i')
    const perfect = {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      subMchId: '1900009231',
      subOpenid: emulator.as('li').openid,
      feeType: 'CNY',
      totalFee: 13_600,
      cashFee: 13_600,
      transactionId: '4200000000000000000000000001',
      outTradeNo,
      timeEnd: '20261121120000',
    }
    const before = await order(orderNo)
    // Past the rule that closes the function: what the function itself says, if the rule is forgotten in a deployment.
    const answers: unknown[] = []
    for (const event of [perfect, { ...perfect, outTradeNo: { $gt: '' } }, { ...perfect, outTradeNo: 'nothing' }, {}])
      answers.push(await emulator.call('pay-notice', event, { as: 'li' }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await emulator.call('housekeeping', { Type: 'Timer' }, { as: 'li' })).toEqual({ ok: false })
    expect(await order(orderNo)).toEqual({ ...before, nowMs: expect.any(Number) })
    // And with the rule.
    for (const name of ['pay-notice', 'housekeeping'])
      expect(JSON.stringify(await post('/client/call', { name, data: perfect }, 'li'))).toMatch(/PERMISSION|-50/)
  })

  test('nobody sees or moves an order of somebody else', async () => {
    const { orderNo } = await place('j')
    for (const action of ['get', 'refresh', 'pay', 'cancel'])
      expect(await call('wang', 'order', action, { orderNo })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } })
    expect((await call('wang', 'order', 'list', {})).data.items).toEqual([])
  })

  test('input that does not fit is refused with its path, and nothing is written', async () => {
    const good = { requestId: 'request-000000000042', lines: [cup] }
    const cases: [unknown, string][] = [
      [{ ...good, totalFen: 1 }, 'totalFen'],
      [{ ...good, lines: [{ ...cup, quantity: 0.5 }] }, 'lines.0.quantity'],
      [{ ...good, lines: [{ ...cup, quantity: -1 }] }, 'lines.0.quantity'],
      [{ ...good, lines: [{ ...cup, skuId: { $gt: '' } }] }, 'lines.0.skuId'],
      [{ ...good, lines: [] }, 'lines'],
      [{ ...good, requestId: { $ne: null } }, 'requestId'],
      [{ ...good, remark: '长'.repeat(101) }, 'remark'],
    ]
    for (const [input, path] of cases)
      expect(await call('li', 'shop', 'placeOrder', input)).toMatchObject({
        ok: false,
        error: { code: 'BAD_INPUT', path },
      })
    expect(await call('li', 'shop', '__proto__', {})).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', path: 'action' },
    })
    expect((await call('li', 'order', 'list', {})).data.items).toEqual([])
  })
})

const tenOff = (nowMs: number): Coupon => ({
  couponId: 'ten-off',
  title: '满 100 减 10',
  off: { kind: 'amount', offFen: fen(1_000) },
  thresholdFen: fen(10_000),
  scope: { kind: 'all' },
  fromMs: nowMs,
  untilMs: nowMs + 86_400_000,
  stacks: false,
  usesPerPerson: 1,
})
