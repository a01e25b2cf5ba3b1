import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTill } from './testing.ts'

test('what WeChat knows survives a restart, in the time in which it happened', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'till-'))
  try {
    const before = await openTill({ dataDir })
    await before.order('A00001', { attach: 'refuse' })
    await before.emulator.advance(3_600_000)
    await before.post('/__emulator/pay/outcome', { outTradeNo: 'A00001' })
    await before.until(() => before.notices()[0]?.attempts.length === 1)
    await before.pay('refund', { outTradeNo: 'A00001', outRefundNo: 'R1', totalFee: 1234, refundFee: 34 })
    await before.post('/__emulator/pay/merchants/1900009231', { name: '茶铺' })
    const transactionId = [...before.book.trades.values()][0]?.payment?.transactionId
    await before.emulator.dispose()

    const after = await openTill({ dataDir })
    expect(await after.pay('queryOrder', { outTradeNo: 'A00001' })).toMatchObject({
      tradeState: 'REFUND',
      transactionId,
    })
    expect(after.book.merchants.get('1900009231')?.name).toBe('茶铺')
    // What was under way goes on: the refund arrives, the notice is repeated.
    await after.emulator.advance(20_000)
    expect(await after.pay('queryRefund', { outRefundNo: 'R1' })).toMatchObject({ refundStatusList: ['SUCCESS'] })
    expect(after.notices()[0]?.attempts.length).toBeGreaterThan(1)
    expect(await after.order('A00001', { attach: 'refuse' })).toMatchObject({ errCodeDes: '该订单已支付' })
    await after.emulator.dispose()
  } finally {
    await rm(dataDir, { recursive: true })
  }
})
