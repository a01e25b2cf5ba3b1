import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../testing.ts'

let till: Till
beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.emulator.dispose())
beforeEach(() => till.emulator.reset())

const shop = { type: 'MERCHANT_ID', account: '1900000109' }
const paidOrder = async (changes: object = {}) => {
  await till.order('A00001', { profitSharing: 'Y', totalFee: 1000, ...changes })
  await till.post('/__emulator/pay/outcome', { outTradeNo: 'A00001' })
  const { transactionId } = await till.pay('queryOrder', { outTradeNo: 'A00001' })
  return transactionId
}
const addShop = () =>
  till.pay('profitSharingAddReceiver', {
    receiver: JSON.stringify({ ...shop, name: '批发商', relation_type: 'SUPPLIER' }),
  })
const receivers = (amount: number) => JSON.stringify([{ ...shop, amount, description: '货款' }])

test('shared with a receiver who was named before, asked for, given back', async () => {
  const transactionId = await paidOrder()
  expect(
    await till.pay('multiProfitSharing', { transactionId, outOrderNo: 'P1', receivers: receivers(100) }),
  ).toMatchObject({ errCodeDes: expect.stringContaining('接收方非法') })
  expect(await addShop()).toMatchObject({
    resultCode: 'SUCCESS',
    receiver: JSON.stringify({ ...shop, relation_type: 'SUPPLIER' }),
  })
  const shared = await till.pay('multiProfitSharing', { transactionId, outOrderNo: 'P1', receivers: receivers(100) })
  expect(shared).toMatchObject({ resultCode: 'SUCCESS', outOrderNo: 'P1' })
  expect(
    await till.pay('multiProfitSharing', { transactionId, outOrderNo: 'P1', receivers: receivers(100) }),
  ).toMatchObject({ orderId: shared.orderId })
  await till.emulator.advance(1_000)
  expect(await till.pay('profitSharingQuery', { transactionId, outOrderNo: 'P1' })).toMatchObject({
    status: 'FINISHED',
    receivers: expect.stringContaining('"result":"SUCCESS"'),
  })
  const back = {
    outOrderNo: 'P1',
    outReturnNo: 'B1',
    returnAccountType: 'MERCHANT_ID',
    returnAccount: shop.account,
    returnAmount: 60,
    description: '退货',
  }
  expect(await till.pay('profitSharingReturn', back)).toMatchObject({ result: 'SUCCESS', returnAmount: 60 })
  expect(await till.pay('profitSharingReturn', { ...back, outReturnNo: 'B2' })).toMatchObject({ resultCode: 'FAIL' })
  expect(await till.pay('profitSharingReturnQuery', { outOrderNo: 'P1', outReturnNo: 'B1' })).toMatchObject({
    result: 'SUCCESS',
  })
})

test('thirty per cent and no more, unless the merchant was granted more', async () => {
  const transactionId = await paidOrder()
  await addShop()
  const share = (outOrderNo: string, amount: number) =>
    till.pay('multiProfitSharing', { transactionId, outOrderNo, receivers: receivers(amount) })
  expect(await share('P1', 301)).toMatchObject({ resultCode: 'FAIL' })
  expect(await share('P1', 300)).toMatchObject({ resultCode: 'SUCCESS' })
  expect(await share('P2', 1)).toMatchObject({ resultCode: 'FAIL' })
  await till.post('/__emulator/pay/merchants/1900009231', { shareRatio: 0.5 })
  expect(await share('P2', 200)).toMatchObject({ resultCode: 'SUCCESS' })
})

test('sharing once, or finishing, releases the rest', async () => {
  const transactionId = await paidOrder()
  await addShop()
  expect(await till.pay('profitSharing', { transactionId, outOrderNo: 'P1', receivers: receivers(100) })).toMatchObject(
    { resultCode: 'SUCCESS' },
  )
  expect(await till.pay('profitSharing', { transactionId, outOrderNo: 'P2', receivers: receivers(1) })).toMatchObject({
    resultCode: 'FAIL',
  })
  expect(await till.pay('profitSharingFinish', { transactionId, outOrderNo: 'P3', description: '完' })).toMatchObject({
    resultCode: 'FAIL',
  })
})

test('an order that was not placed for sharing cannot be shared', async () => {
  const transactionId = await paidOrder({ profitSharing: 'N' })
  await addShop()
  expect(await till.pay('profitSharing', { transactionId, outOrderNo: 'P1', receivers: receivers(1) })).toMatchObject({
    errCodeDes: '非分账订单不支持分账',
  })
  expect(await till.pay('profitSharingRemoveReceiver', { receiver: JSON.stringify(shop) })).toMatchObject({
    resultCode: 'SUCCESS',
  })
  expect(await till.pay('profitSharingRemoveReceiver', { receiver: JSON.stringify(shop) })).toMatchObject({
    errCodeDes: '分账接收方不存在',
  })
})
