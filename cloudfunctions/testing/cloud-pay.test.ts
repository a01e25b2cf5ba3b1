import { type CloudPayApi, cloudPayGateway } from '@pay/backend/cloud-pay'
import { gatewayContract } from '@pay/backend/testing'
import type { OpenId, OutTradeNo } from '@pay/core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud } from './emulated-cloud.ts'

/** The rail cloudPay, through the unmodified wx-server-sdk, against a WeChat Pay that says no where WeChat says no. */
describe('cloudPay', { timeout: 60_000 }, async () => {
  const { emulator, cloud, post } = await emulatedCloud()
  const payer = emulator.as('li').openid as OpenId
  const config = {
    subMchId: '1900009231',
    appId: () => emulator.context.options.appid,
    envId: () => emulator.context.options.envId,
    noticeFunction: 'pay-notice',
  }
  const gateway = cloudPayGateway(cloud.cloudPay as unknown as CloudPayApi, config)
  const pay = async (outTradeNo: OutTradeNo, more: object = {}) =>
    void (await post('/__emulator/pay/outcome', { outTradeNo, action: 'pay', notice: 'lost', user: 'li', ...more }))
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  gatewayContract({
    makeWorld: () => ({
      gateway,
      payer,
      nowMs: () => emulator.context.clock.now(),
      pass: (ms) => emulator.advance(ms),
      pay,
      settleRefund: async (outRefundNo) =>
        void (await post(`/__emulator/pay/refunds/${outRefundNo}/settle`, { status: 'SUCCESS' })),
    }),
  })

  const order = async (orderNo: string) => {
    const outTradeNo = `${orderNo}-1` as OutTradeNo
    const nowMs = emulator.context.clock.now()
    const prepay = { body: '杯', clientIp: '203.0.113.7', nonce: 'n', expiresAtMs: nowMs + 1_800_000 }
    const attempt = {
      outTradeNo,
      rail: 'cloudPay',
      amountFen: 1990,
      state: 'open',
      prepay,
      createdAtMs: nowMs,
    } as never
    return await gateway.prepay({ orderNo: orderNo as never, payer, attempt })
  }
  const ordered = async (name: string) => {
    const orderNo = name.padStart(26, '0')
    await order(orderNo)
    return `${orderNo}-1` as OutTradeNo
  }

  test("counts what the order cost, not what the payer's card was charged after a coupon of WeChat", async () => {
    const outTradeNo = await ordered('A')
    await pay(outTradeNo, { coupons: [{ id: '1', type: 'CASH', fee: 500 }] })
    expect(await gateway.query(outTradeNo)).toMatchObject({ kind: 'paid', payment: { totalFen: 1990 } })
  })

  test('a payment to another merchant or mini-program is no payment of ours', async () => {
    const outTradeNo = await ordered('B')
    await pay(outTradeNo)
    const other = cloudPayGateway(cloud.cloudPay as unknown as CloudPayApi, {
      ...config,
      appId: () => 'wx1111111111111111',
    })
    expect(await other.query(outTradeNo)).toMatchObject({ kind: 'mismatch', field: 'merchant' })
    const stranger = cloudPayGateway(cloud.cloudPay as unknown as CloudPayApi, { ...config, subMchId: '1900000000' })
    expect(await stranger.query(outTradeNo)).toEqual({ kind: 'none' })
  })

  test.each(['unifiedOrder', 'queryOrder', 'closeOrder', 'refund', 'queryRefund'])(
    'an error of the gateway on %s is unknown, whether WeChat acted or not',
    async (action) => {
      const outTradeNo = await ordered('C')
      if (action.includes('efund')) await pay(outTradeNo)
      if (action === 'closeOrder') await emulator.advance(6 * 60_000)
      for (const after of [false, true]) {
        const fault = { kind: 'error', after, code: 'SYSTEMERROR', message: '系统错误' }
        await post('/__emulator/faults', { when: { party: 'pay', action }, fault, times: 1 })
        const refund = {
          outRefundNo: `${outTradeNo}-r` as never,
          outTradeNo,
          totalFen: 1990 as never,
          amountFen: 1 as never,
          reason: '退',
          payer,
        }
        const asked = {
          unifiedOrder: () => order('D'.repeat(26)),
          queryOrder: () => gateway.query(outTradeNo),
          closeOrder: () => gateway.close(outTradeNo),
          refund: () => gateway.refund(refund),
          queryRefund: () => gateway.queryRefund(refund),
        }[action]
        expect(await asked?.()).toMatchObject({ kind: 'unknown' })
      }
    },
  )

  test('the lists of a refund query come back empty in production: that says nothing', async () => {
    const outTradeNo = await ordered('E')
    await pay(outTradeNo)
    const refund = {
      outRefundNo: `${outTradeNo}-r1` as never,
      outTradeNo,
      totalFen: 1990 as never,
      amountFen: 500 as never,
      reason: '退',
      payer,
    }
    await gateway.refund(refund)
    await post('/__emulator/pay/settings', { emptyRefundLists: true })
    expect(await gateway.queryRefund(refund)).toMatchObject({ kind: 'unknown' })
  })
})
