import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../testing.ts'
import type { Env } from './book/virtual-book.ts'
import { paySig, userSignature } from './sign-xpay.ts'
import type { XpayService } from './xpay-service.ts'

let till: Till
let xpay: XpayService
let token = ''
beforeAll(async () => {
  till = await openTill()
  xpay = till.emulator.context.service<XpayService>('xpay')
})
afterAll(() => till.emulator.dispose())
beforeEach(async () => {
  await till.emulator.reset()
  const { appid, secret } = await till.get('/__emulator/login')
  const answer = await till.get(`/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`)
  token = String(answer.access_token)
  await till.post('/__emulator/xpay/settings', { pushTo: 'push' })
})

const request = (mode: string, data: object, changes: object = {}, env: Env = 0) => {
  const signData = JSON.stringify({
    offerId: xpay.offerId,
    buyQuantity: 1,
    env,
    currencyType: 'CNY',
    attach: '',
    ...data,
  })
  const { sessionKey } = till.emulator.as('anna')
  const params = {
    mode,
    signData,
    paySig: paySig('requestVirtualPayment', signData, xpay.appKey(env)),
    signature: userSignature(signData, sessionKey),
    ...changes,
  }
  return till.post('/client/pay/virtual', params, 'anna')
}
const goods = { productId: 'rose', goodsPrice: 100, outTradeNo: 'TIP00001' }
const coins = { buyQuantity: 100, outTradeNo: 'COIN0001' }
const pay = (requestId: string, more: object = {}) => till.post('/__emulator/pay/outcome', { requestId, ...more })
const call = (name: string, body: object, query = '') => {
  const whole = { openid: till.emulator.as('anna').openid, env: 0, ...body }
  const text = JSON.stringify(whole)
  const signs = `pay_sig=${paySig(`/xpay/${name}`, text, xpay.appKey(0))}&signature=${userSignature(text, till.emulator.as('anna').sessionKey)}`
  return till.post(`/xpay/${name}?access_token=${token}&${query || signs}`, whole)
}

test('goods: asked for, paid, delivered by push, queried', async () => {
  const { requestId } = await request('short_series_goods', goods)
  expect(await call('query_order', { order_id: 'TIP00001' })).toMatchObject({
    errcode: 0,
    order: { status: 1, left_fee: 0 },
  })
  expect(await pay(requestId)).toMatchObject({ errMsg: 'requestVirtualPayment:ok' })
  const [notice] = till.notices()
  await till.until(() => notice?.state === 'acknowledged')
  expect(notice?.event).toMatchObject({
    Event: 'xpay_goods_deliver_notify',
    OutTradeNo: 'TIP00001',
    GoodsInfo: { ProductId: 'rose', Quantity: 1, ActualPrice: 100 },
  })
  expect(await call('query_order', { order_id: 'TIP00001' })).toMatchObject({
    order: { status: 4, paid_fee: 100, left_fee: 100 },
  })
})

test('a push that is not acknowledged is repeated after 2, 4, 8 … seconds, and notify_provide_goods settles it', async () => {
  const { requestId } = await request('short_series_goods', { ...goods, attach: 'refuse' })
  await pay(requestId)
  const [notice] = till.notices()
  await till.until(() => notice?.attempts.length === 1)
  await till.emulator.advance(2_000)
  await till.emulator.advance(4_000)
  expect(notice?.attempts).toHaveLength(3)
  expect(await call('query_order', { order_id: 'TIP00001' })).toMatchObject({ order: { status: 2 } })
  expect(await call('notify_provide_goods', { order_id: 'TIP00001' })).toMatchObject({ errcode: 0 })
  expect(await call('query_order', { order_id: 'TIP00001' })).toMatchObject({ order: { status: 4 } })
})

test.each([
  [{ mode: 'x' }, -15001],
  [{ signData: '[]' }, -15016],
  [{ signature: 'x' }, -15005],
  [{ paySig: 'x' }, -15006],
])('parameters with %o are refused with %s', async (changes, errCode) => {
  expect(await request('short_series_goods', goods, changes)).toMatchObject({ errCode })
})

test('data that WeChat refuses, each with its code', async () => {
  await till.post('/__emulator/xpay/settings', { products: { rose: 100 } })
  const code = async (change: object) => (await request('short_series_goods', { ...goods, ...change })).errCode
  expect(await code({ currencyType: 'USD' })).toBe(-15004)
  expect(await code({ productId: 'car' })).toBe(-15010)
  expect(await code({ goodsPrice: 99 })).toBe(-15013)
  expect(await code({ outTradeNo: 'short' })).toBe(-15001)
  expect(await code({ buyQuantity: 0 })).toBe(-15001)
  expect(await code({})).toBeUndefined()
  expect(await code({})).toBe(-15002)
})

test('cancelled at the cashier is -2, reported as failed is -1', async () => {
  const first = await request('short_series_goods', goods)
  expect(await pay(first.requestId, { action: 'cancel' })).toMatchObject({
    errMsg: 'requestVirtualPayment:fail cancel',
    errCode: -2,
  })
  const second = await request('short_series_goods', { ...goods, outTradeNo: 'TIP00002' })
  expect(await pay(second.requestId, { action: 'pay-report-fail' })).toMatchObject({ errCode: -1 })
  expect(await call('query_order', { order_id: 'TIP00002' })).toMatchObject({ order: { paid_fee: 100 } })
})

test('coins: bought, spent once, given back, presented', async () => {
  const { requestId } = await request('short_series_coin', coins)
  await pay(requestId)
  expect(till.notices()[0]?.event).toMatchObject({ Event: 'xpay_coin_pay_notify', CoinInfo: { Quantity: 100 } })
  const user = { user_ip: '1.1.1.1' }
  expect(await call('query_user_balance', user)).toMatchObject({ balance: 100, sum_save: 100, present_balance: 0 })
  expect(await call('present_currency', { order_id: 'G1', amount: 5 })).toMatchObject({ balance: 105 })
  expect(await call('currency_pay', { ...user, order_id: 'S1', amount: 30, payitem: '[]' })).toMatchObject({
    balance: 75,
    used_present_amount: 5,
  })
  expect(await call('currency_pay', { ...user, order_id: 'S1', amount: 30, payitem: '[]' })).toMatchObject({
    errcode: 268490004,
  })
  expect(await call('currency_pay', { ...user, order_id: 'S2', amount: 76, payitem: '[]' })).toMatchObject({
    errcode: 268490006,
  })
  expect(await call('cancel_currency_pay', { ...user, pay_order_id: 'S1', order_id: 'B1', amount: 31 })).toMatchObject({
    errcode: 268490006,
  })
  expect(await call('cancel_currency_pay', { ...user, pay_order_id: 'S1', order_id: 'B1', amount: 30 })).toMatchObject({
    errcode: 0,
  })
  expect(await call('query_user_balance', user)).toMatchObject({ balance: 105, present_balance: 5 })
})

test('a refund names what is left, arrives later, is pushed and can be queried', async () => {
  const { requestId } = await request('short_series_goods', goods)
  await pay(requestId)
  const ask = {
    order_id: 'TIP00001',
    refund_order_id: 'REFUND01',
    left_fee: 100,
    refund_fee: 40,
    biz_meta: 'm',
    refund_reason: '3',
    req_from: '1',
  }
  expect(await call('refund_order', { ...ask, left_fee: 99 })).toMatchObject({ errcode: 268490016 })
  expect(await call('refund_order', { ...ask, refund_fee: 101 })).toMatchObject({ errcode: 268490002 })
  expect(await call('refund_order', ask)).toMatchObject({ errcode: 0, pay_order_id: 'TIP00001' })
  expect(await call('refund_order', ask)).toMatchObject({ errcode: 0 })
  expect(await call('query_order', { order_id: 'TIP00001' })).toMatchObject({ order: { left_fee: 60 } })
  await till.emulator.advance(2_000)
  expect(await call('query_order', { order_id: 'REFUND01' })).toMatchObject({
    order: { order_type: 1, status: 8, refund_fee: 40, biz_meta: 'm' },
  })
  expect(till.notices().at(-1)?.event).toMatchObject({
    Event: 'xpay_refund_notify',
    MchRefundId: 'REFUND01',
    RefundFee: 40,
    RetCode: 0,
  })
})

test('goods are uploaded, published, and then the only ones sold', async () => {
  const item = { id: 'rose', name: '玫瑰', price: 100, remark: 'r', item_url: 'https://example.com/rose.png' }
  expect(await call('start_publish_goods', { publish_item: [{ id: 'rose' }] })).toMatchObject({ errcode: 268490002 })
  expect(await call('start_upload_goods', { upload_item: [item] })).toMatchObject({ errcode: 0 })
  expect(await call('query_upload_goods', {})).toMatchObject({
    status: 3,
    upload_item: [{ id: 'rose', upload_status: 2 }],
  })
  expect(await call('start_publish_goods', { publish_item: [{ id: 'rose' }] })).toMatchObject({ errcode: 0 })
  expect((await request('short_series_goods', { ...goods, goodsPrice: 99 })).errCode).toBe(-15013)
  const { requestId, errCode } = await request('short_series_goods', goods)
  expect(errCode).toBeUndefined()
  expect(await till.get(`/__emulator/cashier/${requestId}`)).toMatchObject({ body: '玫瑰 × 1' })
})

test('the cashier calls goods by their name, or by their id where they have none', async () => {
  const shown = async (productId: string, outTradeNo: string) => {
    const { requestId } = await request('short_series_goods', { ...goods, productId, outTradeNo })
    return (await till.get(`/__emulator/cashier/${requestId}`)).body
  }
  await till.post('/__emulator/xpay/settings', { productNames: { rose: '一枝玫瑰' } })
  expect(await shown('rose', 'TIP00001')).toBe('一枝玫瑰 × 1')
  expect(await shown('car', 'TIP00002')).toBe('car × 1')
  expect(await shown('toString', 'TIP00003')).toBe('toString × 1')
})

test('the bill and the orders of a day, to download', async () => {
  const { requestId } = await request('short_series_goods', goods)
  await pay(requestId)
  const today = new Date(till.emulator.context.clock.now() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
  const days = { begin_ds: Number(today), end_ds: Number(today) }
  expect(await call('download_bill', days)).toMatchObject({ errcode: 268490011 })
  const { url } = await call('download_bill', days)
  expect(await (await fetch(String(url))).text()).toContain('TIP00001')
  const { task_id } = await call('start_download_order', { ...days, order_type: 2, is_provided: false, pay_channel: 1 })
  const { status, download_url } = await call('query_download_order', { task_id })
  expect(status).toBe(2)
  expect(await (await fetch(String(download_url))).text()).toMatch(/TIP00001|商户单号/)
})

test('without token, with a wrong signature, or for what is not simulated: refused', async () => {
  expect(await till.post('/xpay/query_order', {})).toMatchObject({ errcode: 41001 })
  expect(await call('query_order', {}, 'pay_sig=x')).toMatchObject({ errcode: 268490003 })
  expect(await call('create_withdraw_order', {})).toMatchObject({ errcode: -1 })
})
