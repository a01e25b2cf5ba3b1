import { expect, test } from 'vitest'
import { paySignOf, signPayment, signV2 } from './sign-v2.ts'

const key = '192006250b4c09247ec02edce69f6a2d'

test("WeChat's published example signs as WeChat says", () => {
  const fields = {
    appid: 'wxd930ea5d5a258f4f',
    body: 'test',
    device_info: 1000,
    mch_id: '10000100',
    nonce_str: 'ibuaiVcKdpRxkhJA',
  }
  expect(signV2(fields, key)).toBe('9A0A8659F005D6984697E2CA0A9CF3B7')
  expect(signV2(fields, key, 'HMAC-SHA256')).toBe('6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6')
  expect(signV2({ ...fields, attach: '', sign: 'x' }, key)).toBe('9A0A8659F005D6984697E2CA0A9CF3B7')
})

test('payment parameters verify, and do not once any of them changes', () => {
  const params = signPayment(
    { appId: 'wxa', timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'MD5' },
    key,
  )
  expect(paySignOf(params, key)).toBe(params.paySign)
  expect(paySignOf({ ...params, package: 'prepay_id=wx2' }, key)).not.toBe(params.paySign)
})
