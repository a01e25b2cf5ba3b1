import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../pay/testing.ts'

let till: Till
beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.emulator.dispose())
beforeEach(() => till.emulator.reset())

const open = async (changes: object = {}, user = 'anna') => {
  const { payment } = await till.order('A00001')
  return till.post('/client/pay/request', { ...payment, ...changes }, user)
}
const act = (requestId: string, action: string, more: object = {}) =>
  till.post('/__emulator/cashier/act', { requestId, action, ...more })
const told = async (requestId: string) => (await till.get(`/client/pay/request/${requestId}`)).errMsg
const isPaid = () => [...till.book.trades.values()][0]?.payment !== undefined

test('pay, then 完成: the mini-program hears ok, and not before', async () => {
  const { requestId, cashierUrl } = await open()
  expect(cashierUrl).toBe(`${till.address}/__emulator/cashier?requestId=${requestId}`)
  expect(await act(requestId, 'pay')).toEqual({ step: 'success' })
  expect(await told(requestId)).toBeUndefined()
  expect(await act(requestId, 'done')).toMatchObject({ errMsg: 'requestPayment:ok' })
  expect(await told(requestId)).toBe('requestPayment:ok')
  expect(isPaid()).toBe(true)
})

test.each([
  ['cancel', false, 'requestPayment:fail cancel'],
  ['pay-never-return', true, undefined],
  ['pay-report-fail', true, 'requestPayment:fail'],
  ['wrong-password', false, undefined],
])('%s: paid %s, told %s', async (action, paid, errMsg) => {
  const { requestId } = await open()
  await act(requestId, action)
  expect(isPaid()).toBe(paid)
  expect(await told(requestId)).toBe(errMsg)
})

test('a wrong password and then the right one', async () => {
  const { requestId } = await open()
  expect(await act(requestId, 'wrong-password')).toMatchObject({ step: 'ask', message: '支付密码错误，请重试' })
  expect(await act(requestId, 'pay')).toEqual({ step: 'success' })
})

test('paying twice charges once', async () => {
  const first = await open()
  const second = await open()
  await act(first.requestId, 'pay')
  expect(await act(second.requestId, 'pay')).toMatchObject({ step: 'ask', message: '该订单已支付' })
})

test.each([
  [{ paySign: 'X' }, '支付验证签名失败'],
  [{ package: 'prepay_id=wx1' }, '支付验证签名失败'],
  [{ nonceStr: '' }, '缺少参数nonceStr'],
  [{ signType: 'RSA' }, 'signType "RSA" 不受支持'],
])('%o is refused before anything is shown', async (changes, refusal) => {
  expect(await open(changes)).toMatchObject({ errMsg: `requestPayment:fail ${refusal}` })
})

test('another user, another mini-program, an old prepay id: refused', async () => {
  const { requestId } = await open({}, 'bert')
  expect(await till.get(`/__emulator/cashier/${requestId}`)).toMatchObject({
    refusal: expect.stringContaining('不一致'),
  })
  expect(await act(requestId, 'pay')).toMatchObject({ errMsg: expect.stringContaining('requestPayment:fail') })
  const { payment } = await till.order('A00001')
  await till.emulator.advance(2 * 3_600_000)
  const { requestId: late } = await till.post('/client/pay/request', payment, 'anna')
  expect(await till.get(`/__emulator/cashier/${late}`)).toMatchObject({ refusal: expect.stringContaining('已过期') })
  expect(isPaid()).toBe(false)
})

test('a coupon: the cash is less than the total, and the notice says both', async () => {
  const { requestId } = await open()
  await act(requestId, 'pay', { coupons: [{ id: '1', fee: 200, type: 'CASH' }] })
  expect(till.notices()[0]?.event).toMatchObject({ totalFee: 1234, cashFee: 1034, couponFee: 200 })
})

test('the page and the client script are served', async () => {
  const page = await (await fetch(`${till.address}/__emulator/cashier?requestId=x`)).text()
  expect(page).toContain('taropay:cashier')
  expect(await (await fetch(`${till.address}/client/pay.js`)).text()).toContain('requestPayment')
})
