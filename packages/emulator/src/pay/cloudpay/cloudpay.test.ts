import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PayService } from '../pay-service.ts'
import { paySignOf } from '../sign-v2.ts'
import { openTill, type Till } from '../testing.ts'

let till: Till
beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.emulator.dispose())
beforeEach(() => till.emulator.reset())

const minute = 60_000
const payFor = (outTradeNo: string, more: object = {}) => till.post('/__emulator/pay/outcome', { outTradeNo, ...more })

describe('cloud.cloudPay on the real SDK', () => {
  test('an order gets parameters that a phone can check', async () => {
    const ordered = await till.order('A00001')
    expect(ordered).toMatchObject({
      errCode: 0,
      errMsg: 'cloudPay.unifiedOrder:ok',
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      mchId: '1800008281',
      subMchId: '1900009231',
      tradeType: 'JSAPI',
      payment: { signType: 'MD5', package: expect.stringMatching(/^prepay_id=wx\d{14}/) },
    })
    const { apiKey } = till.emulator.context.service<PayService>('pay')
    expect(paySignOf(ordered.payment as never, apiKey)).toBe(ordered.payment.paySign)
  })

  test('WeChat’s err_code is lost in the SDK, its description is not', async () => {
    await till.order('A00001')
    expect(await till.order('A00001', { totalFee: 1 })).toMatchObject({
      errCode: 0,
      returnCode: 'SUCCESS',
      resultCode: 'FAIL',
      errCodeDes: '201 商户订单号重复',
    })
  })

  test('what is wrong with a request is said in returnMsg', async () => {
    const wrong = async (changes: object) => {
      const answer = await till.order('A00001', changes)
      expect(answer.returnCode).toBe('FAIL')
      return answer.returnMsg
    }
    expect(await wrong({ totalFee: 0.5 })).toBe('total_fee参数格式错误')
    expect(await wrong({ totalFee: undefined })).toBe('缺少参数total_fee')
    expect(await wrong({ outTradeNo: 'A' })).toBe('out_trade_no参数格式错误')
    expect(await wrong({ body: '茶'.repeat(43) })).toBe('body参数长度有误')
    expect(await wrong({ attach: '茶'.repeat(43) })).toBe('attach参数长度有误')
    expect(await wrong({ spbillCreateIp: 'here' })).toBe('invalid spbill_create_ip')
    expect(await wrong({ timeExpire: '20261131000000' })).toBe('time_expire参数格式错误')
    expect(await wrong({ subMchId: '' })).toBe('缺少参数sub_mch_id')
    expect(till.book.trades.size).toBe(0)
  })

  test('paid, then queried with everything a merchant compares', async () => {
    await till.order('A00001', { attach: 'x' })
    expect(await till.pay('queryOrder', { outTradeNo: 'A00001' })).toMatchObject({ tradeState: 'NOTPAY', attach: 'x' })
    expect(await payFor('A00001')).toMatchObject({ errMsg: 'requestPayment:ok' })
    const { openid } = till.emulator.as('anna')
    const state = await till.pay('queryOrder', { outTradeNo: 'A00001' })
    expect(state).toMatchObject({
      tradeState: 'SUCCESS',
      totalFee: 1234,
      cashFee: 1234,
      feeType: 'CNY',
      subOpenid: openid,
    })
    expect(await till.pay('queryOrder', { transactionId: state.transactionId })).toMatchObject({ outTradeNo: 'A00001' })
    expect(await till.pay('queryOrder', { outTradeNo: 'A00002' })).toMatchObject({ errCodeDes: '订单不存在' })
  })

  test('closed only after five minutes, and then not payable', async () => {
    await till.order('A00001')
    expect(await till.pay('closeOrder', { outTradeNo: 'A00001' })).toMatchObject({ resultCode: 'FAIL' })
    await till.emulator.advance(5 * minute)
    expect(await till.pay('closeOrder', { outTradeNo: 'A00001' })).toMatchObject({
      resultCode: 'SUCCESS',
      resultMsg: 'OK',
    })
    expect(await payFor('A00001')).toMatchObject({ errMsg: expect.stringContaining('已关闭') })
    expect(await till.pay('queryOrder', { outTradeNo: 'A00001' })).toMatchObject({ tradeState: 'CLOSED' })
  })

  test('a refund is accepted, arrives, and is told', async () => {
    await till.order('A00001')
    await payFor('A00001')
    const ask = {
      outTradeNo: 'A00001',
      outRefundNo: 'R1',
      totalFee: 1234,
      refundFee: 34,
      functionName: 'pay_cb',
      envId: till.emulator.context.options.envId,
    }
    expect(await till.pay('refund', ask)).toMatchObject({ resultCode: 'SUCCESS', refundFee: 34, cashRefundFee: 34 })
    expect(await till.pay('queryRefund', { outRefundNo: 'R1' })).toMatchObject({
      refundCount: 1,
      refundStatusList: ['PROCESSING'],
    })
    await till.emulator.advance(minute)
    expect(await till.pay('queryRefund', { outTradeNo: 'A00001' })).toMatchObject({
      refundStatusList: ['SUCCESS'],
      refundFeeList: [34],
    })
    expect(till.notices().find((notice) => notice.kind === 'refund')).toMatchObject({
      state: 'acknowledged',
      event: { outRefundNo: 'R1', refundStatus: 'SUCCESS', refundFee: 34 },
    })
  })

  test('queryRefund without its lists, as production was seen to answer', async () => {
    await till.order('A00001')
    await payFor('A00001')
    await till.pay('refund', { outTradeNo: 'A00001', outRefundNo: 'R1', totalFee: 1234, refundFee: 34 })
    await till.post('/__emulator/pay/settings', { emptyRefundLists: true })
    expect(await till.pay('queryRefund', { outRefundNo: 'R1' })).toMatchObject({ refundCount: 1, refundStatusList: [] })
  })

  test('the bill of yesterday', async () => {
    await till.order('A00001')
    await payFor('A00001')
    const day = new Date(till.emulator.context.clock.now() + 8 * 60 * minute)
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '')
    expect(await till.pay('downloadBill', { billDate: day })).toMatchObject({
      returnCode: 'FAIL',
      returnMsg: 'Bill Creating',
    })
    await till.emulator.advance(36 * 60 * minute)
    const { data } = await till.pay('downloadBill', { billDate: day, billType: 'ALL' })
    expect(data).toContain('`A00001')
    expect(data).toContain('`12.34')
  })

  test('what is not simulated is refused by name', async () => {
    expect(await till.pay('reverse')).toMatchObject({
      thrown: true,
      errMsg: expect.stringContaining('reverse is not simulated'),
    })
  })
})
