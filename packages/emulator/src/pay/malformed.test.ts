import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Service } from '../service.ts'
import { openTill, type Till } from './testing.ts'

let till: Till
beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.emulator.dispose())

const nasty = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    { $gt: '' },
    { toString: 1 },
    [],
    '',
    null,
    -1,
    1e21,
    '1e3',
    '\u0000',
    '<xml>',
    'x'.repeat(10_000),
  ),
)
const fields = [
  'sub_mch_id',
  'nonce_str',
  'body',
  'out_trade_no',
  'total_fee',
  'spbill_create_ip',
  'function_name',
  'env_id',
  'openid',
  'attach',
  'detail',
  'time_expire',
  'transaction_id',
  'out_refund_no',
  'refund_fee',
  'bill_date',
  'bill_type',
  'receivers',
  'receiver',
  'out_order_no',
  'offset',
  'return_amount',
]
const good = {
  sub_mch_id: '1900009231',
  out_trade_no: 'A00001',
  total_fee: 5,
  body: 'x',
  spbill_create_ip: '1.1.1.1',
  function_name: 'pay_cb',
  env_id: 'e',
}

test('law: whatever a function sends, cloudPay answers it in its own words', async () => {
  const cloudpay = till.emulator.context.service<Service>('cloudpay')
  const names = /cloudPay: (.*?)\. /.exec(cloudpay.about)?.[1]?.split(', ') ?? []
  expect(names).toHaveLength(14)
  const handler = cloudpay.actions?.['wx.wxPayApi']
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.dictionary(fc.constantFrom(...fields), nasty, { maxKeys: 6 }),
      async (apiName, changes) => {
        const requestData = JSON.stringify({ ...good, ...changes })
        const answer = handler?.({
          action: 'wx.wxPayApi',
          body: { apiName, requestData },
          parts: new Map(),
          requestId: 'r',
          envId: 'e',
        })
        // A request with this key is refused at the door, whatever it asks for.
        if (requestData.includes('"__proto__":')) {
          await expect(answer).rejects.toThrow('the key __proto__ is not accepted')
          return
        }
        const reply = await answer
        expect(JSON.parse(String((reply as { body: unknown }).body))).toHaveProperty('return_code')
      },
    ),
    { numRuns: 500, examples: [['unifiedOrder', { sub_mch_id: { ['__proto__']: false } }]] },
  )
})

const doors = [
  '/client/pay/request',
  '/client/pay/virtual',
  '/client/login',
  '/__emulator/pay/outcome',
  '/__emulator/cashier/act',
  '/__emulator/faults',
  '/__emulator/pay/settings',
  '/__emulator/xpay/settings',
  '/xpay/query_order',
  '/xpay/currency_pay',
  '/cgi-bin/stable_token',
]

test('law: whatever is posted to a door, the emulator refuses or answers and goes on', async () => {
  const keys = [
    'package',
    'paySign',
    'signData',
    'mode',
    'requestId',
    'prepayId',
    'outTradeNo',
    'action',
    'notice',
    'coupons',
    'when',
    'fault',
    'preset',
    'openid',
    'env',
    'products',
    'productNames',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...doors),
      fc.dictionary(fc.constantFrom(...keys), nasty, { maxKeys: 5 }),
      async (door, body) => {
        const response = await fetch(`${till.address}${door}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-emulator-user': 'mallory' },
          body: JSON.stringify(body),
        })
        expect(response.status).toBeLessThan(500)
      },
    ),
    { numRuns: 300 },
  )
  expect((await fetch(`${till.address}/__emulator/clock`)).ok).toBe(true)
})
