import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CloudPayConfig } from './cloud-pay-api.ts'
import { readNotice } from './read-notice.ts'

const config: CloudPayConfig = {
  subMchId: '1900009231',
  appId: () => 'wx0123456789abcdef',
  envId: () => 'env',
  noticeFunction: 'pay-notice',
}
const wechat = { source: 'wx_paycallback', openid: undefined }
const outTradeNo = '0123456789ABCDEFGHJKMNPQRS-1'
const payment = {
  returnCode: 'SUCCESS',
  appid: 'wxd2565e6a04246fd1',
  mchId: '1800008281',
  subAppid: 'wx0123456789abcdef',
  subMchId: '1900009231',
  nonceStr: 'n',
  resultCode: 'SUCCESS',
  openid: 'oProvider0000000000000000000',
  subOpenid: 'oBuyer00000000000000000000aa',
  tradeType: 'JSAPI',
  bankType: 'OTHERS',
  totalFee: 1990,
  feeType: 'CNY',
  cashFee: 1490,
  couponFee: 500,
  transactionId: '4200000000000000000000000001',
  outTradeNo,
  timeEnd: '20261121120000',
}
const { resultCode: _, ...common } = payment
const refund = {
  ...common,
  outRefundNo: `${outTradeNo}-r1`,
  refundId: '50300000000000',
  refundFee: 500,
  refundStatus: 'SUCCESS',
}

describe('a notice', () => {
  test('of a payment says what the order cost, not what the card was charged', () => {
    expect(readNotice(config, payment, wechat)).toEqual({
      kind: 'notice',
      notice: {
        kind: 'payment',
        rail: 'cloudPay',
        outTradeNo,
        transactionId: '4200000000000000000000000001',
        payer: 'oBuyer00000000000000000000aa',
        totalFen: 1990,
      },
    })
  })

  test('of a refund is told by its refund number', () => {
    expect(readNotice(config, refund, wechat)).toMatchObject({
      kind: 'notice',
      notice: { kind: 'refund', outRefundNo: `${outTradeNo}-r1`, amountFen: 500, totalFen: 1990, state: 'settled' },
    })
    for (const [refundStatus, state] of [
      ['CHANGE', 'abnormal'],
      ['REFUNDCLOSE', 'closed'],
    ])
      expect(readNotice(config, { ...refund, refundStatus }, wechat)).toMatchObject({ notice: { state } })
  })

  test.each([
    'wx_client',
    'wx_client,scf',
    'wx_paycallback,scf',
    'wx_http',
    'wx_trigger',
    '',
    undefined,
    ['wx_paycallback'],
  ])('from %s is forged, however perfect', (source) =>
    expect(readNotice(config, payment, { source, openid: undefined })).toEqual({ kind: 'forged' }),
  )

  test('that comes with an openid is forged', () => {
    expect(readNotice(config, payment, { ...wechat, openid: 'oBuyer00000000000000000000aa' })).toEqual({
      kind: 'forged',
    })
  })

  test.each([
    ['another merchant', { subMchId: '1900000000' }, 'subMchId'],
    ['another mini-program', { subAppid: 'wx1111111111111111' }, 'subAppid'],
    ['another currency', { feeType: 'USD' }, 'feeType'],
    ['a failure', { resultCode: 'FAIL' }, 'resultCode'],
    ['no answer', { returnCode: 'FAIL' }, 'returnCode'],
    ['half a fen', { totalFee: 0.5 }, 'totalFee'],
    ['less than nothing', { totalFee: -1 }, 'totalFee'],
    ['an operator', { outTradeNo: { $gt: '' } }, 'outTradeNo'],
    ['an operator for the transaction', { transactionId: { $ne: null } }, 'transactionId'],
    ['a refund without its number', { refundId: '50300000000000' }, 'outRefundNo'],
  ])('with %s is strange, and says where', (_, change, field) => {
    expect(readNotice(config, { ...payment, ...change }, wechat)).toMatchObject({ kind: 'strange', field })
  })

  test('the same strange notice is the same incident', () => {
    const strange = { ...payment, feeType: 'USD' }
    expect(readNotice(config, strange, wechat)).toEqual(readNotice(config, { ...strange }, wechat))
  })

  test('of any shape is read without an error, and never taken for money unless every field fits', () => {
    fc.assert(
      fc.property(fc.anything(), (event) => {
        expect(['forged', 'strange']).toContain(readNotice(config, event, wechat).kind)
        expect(readNotice(config, event, { source: 'wx_client', openid: 'o' }).kind).toBe('forged')
      }),
    )
  })
})
