import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Emulator } from '../../emulator.ts'
import { packageRoot } from '../../package-root.ts'
import { loadSdk } from '../../testing/sdk.ts'

const emulator = new Emulator({ project: join(packageRoot, 'examples/four-steps'), quiet: true })
let cloud: ReturnType<typeof loadSdk>
const post = async (path: string, body: object) =>
  (await (
    await fetch(`${emulator.address}${path}`, {
      method: 'POST',
      headers: { 'x-emulator-user': 'li' },
      body: JSON.stringify(body),
    })
  ).json()) as Record<string, unknown>

beforeAll(async () => {
  cloud = loadSdk('wx-server-sdk', await emulator.ready())
})
afterAll(() => emulator.dispose())

it('a paid order is shipped once, known as shipped, and confirmed', async () => {
  const { id } = (await emulator.as('li').call('makeOrder', { goods: 'cup' })) as { id: string }
  await emulator.as('li').call('unifiedOrder', { id })
  await post('/__emulator/pay/outcome', { outTradeNo: id, action: 'pay' })
  const order = cloud.openapi.wxa.sec.order
  const { orderList } = await order.getOrderList({ openid: emulator.as('li').openid })
  const transactionId = orderList[0].transactionId
  expect(orderList[0]).toMatchObject({ orderState: 1, merchantTradeNo: id, paidAmount: 3500 })

  const upload = (uploadTime: string) =>
    order.uploadShippingInfo({
      orderKey: { orderNumberType: 2, transactionId },
      logisticsType: 1,
      deliveryMode: 1,
      isAllDelivered: true,
      shippingList: [{ trackingNo: 'N1', expressCompany: 'ZTO', itemDesc: '杯子*1' }],
      uploadTime,
      payer: { openid: emulator.as('li').openid },
    })
  expect(await upload('2026-11-21T16:00:00+08:00')).toMatchObject({ errCode: 0 })
  await expect(upload('2026-11-21T16:00:00+08:00')).rejects.toMatchObject({ errCode: 10060023 })
  expect(await order.getOrder({ transactionId })).toMatchObject({
    order: {
      orderState: 2,
      shipping: { finishShipping: true, shippingList: [{ trackingNo: 'N1', goodsDesc: '杯子*1' }] },
    },
  })
  expect(await order.notifyConfirmReceive({ transactionId, receivedTime: 1 })).toMatchObject({ errCode: 0 })
  await expect(order.notifyConfirmReceive({ transactionId, receivedTime: 1 })).rejects.toMatchObject({
    errCode: 10060004,
  })
  expect(await post('/client/confirm-receive', { transactionId })).toEqual({ ok: true })
  expect(await order.getOrder({ transactionId })).toMatchObject({ order: { orderState: 3 } })
})

it('a payment can stay unknown for a while after it was made', async () => {
  await post('/__emulator/shipping/settings', { indexDelayMs: 365 * 24 * 3600_000 })
  const { orderList } = await cloud.openapi.wxa.sec.order.getOrderList({})
  const { transactionId } = orderList[0]
  await expect(cloud.openapi.wxa.sec.order.getOrder({ transactionId })).rejects.toMatchObject({ errCode: 10060001 })
})
