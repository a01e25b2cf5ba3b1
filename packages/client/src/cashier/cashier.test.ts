import { expect, test } from 'vitest'
import { paymentRequest } from '../testing/order-of.ts'
import { emulatorCashier } from './emulator-cashier.ts'
import { wxCashier } from './wx-cashier.ts'

test('the word of WeChat is read from its errMsg, whether it resolves or rejects', async () => {
  const saying = (end: () => Promise<{ errMsg: string }>) => wxCashier({ requestPayment: end })(paymentRequest)
  expect(await saying(async () => ({ errMsg: 'requestPayment:ok' }))).toBe('ok')
  expect(await saying(() => Promise.reject({ errMsg: 'requestPayment:fail cancel' }))).toBe('cancel')
  expect(await saying(() => Promise.reject({ errMsg: 'requestPayment:fail no bank' }))).toBe('fail')
  expect(await saying(() => Promise.reject(new Error('broken')))).toBe('fail')
})

test('a platform that resolves with "not supported" has not said ok', async () => {
  const open = wxCashier({ requestPayment: async () => ({ errMsg: '暂时不支持 API' }) })
  expect(await open(paymentRequest)).toBe('fail')
})

test('a virtual payment needs a phone that knows it', async () => {
  const open = wxCashier({ requestPayment: async () => ({ errMsg: 'requestPayment:ok' }) })
  const payment = {
    rail: 'virtualPayment',
    mode: 'short_series_goods',
    signData: '',
    paySig: '',
    signature: '',
  } as const
  expect(await open(payment)).toBe('fail')
})

test('the cashier of virtual payment speaks by callbacks', async () => {
  const payment = { mode: 'short_series_coin', signData: '{}', paySig: 'p', signature: 's' } as const
  const seen: object[] = []
  const saying = (errMsg: string, how: 'success' | 'fail', errCode = 0) =>
    wxCashier({
      requestPayment: () => Promise.reject(new Error('the other cashier')),
      requestVirtualPayment: ({ success, fail, ...options }) => {
        seen.push(options)
        void Promise.resolve({ errMsg, errCode }).then(how === 'success' ? success : fail)
      },
    })({ rail: 'virtualPayment', ...payment })
  expect(await saying('requestVirtualPayment:ok', 'success')).toBe('ok')
  expect(await saying('requestVirtualPayment:fail cancel', 'fail')).toBe('cancel')
  expect(await saying('requestVirtualPayment:fail', 'fail', -2)).toBe('cancel')
  expect(await saying('requestVirtualPayment:fail', 'fail', -15002)).toBe('fail')
  expect(seen[0]).toEqual(payment)
})

test('the emulator is asked for a cashier, whose page then says how it ended', async () => {
  const shown: string[] = []
  const open = emulatorCashier(
    async (path) => (path === '/client/pay/request' ? { cashierUrl: 'http://c', requestId: 'p1' } : undefined),
    async (url, id) => {
      shown.push(url, id)
      return { errMsg: 'requestPayment:ok' }
    },
  )
  expect(await open(paymentRequest)).toBe('ok')
  expect(shown).toEqual(['http://c', 'p1'])
})

test('each rail has its own door at the emulator', async () => {
  const asked: string[] = []
  const open = emulatorCashier(
    async (path) => {
      asked.push(path)
      return { cashierUrl: 'http://c', requestId: 'p1' }
    },
    async () => 'gone',
  )
  await open(paymentRequest)
  await open({ rail: 'virtualPayment', mode: 'short_series_goods', signData: '', paySig: '', signature: '' })
  expect(asked).toEqual(['/client/pay/request', '/client/pay/virtual'])
})

test('a cashier page that is closed without a word is gone', async () => {
  const open = emulatorCashier(
    async () => ({ cashierUrl: 'http://c', requestId: 'p1' }),
    async () => 'gone',
  )
  expect(await open(paymentRequest)).toBe('gone')
})

test('an emulator that refuses the payment or is away is a failed cashier', async () => {
  const page = async () => 'gone' as const
  expect(await emulatorCashier(async () => ({ errMsg: 'requestPayment:fail 签名错误' }), page)(paymentRequest)).toBe(
    'fail',
  )
  expect(await emulatorCashier(() => Promise.reject(new Error('away')), page)(paymentRequest)).toBe('fail')
})
