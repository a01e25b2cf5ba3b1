import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Emulator } from '@pay/emulator'
import { afterAll, expect, test } from 'vitest'
import { buildFunctions } from '../../build.ts'

const root = join(import.meta.dirname, '../..')
const dist = mkdtempSync(join(tmpdir(), 'functions-'))
afterAll(() => rmSync(dist, { recursive: true, force: true }))

/** What is uploaded is what runs: the bundles themselves sell a cup. */
test('the bundles take a paid order', async () => {
  await buildFunctions(dist)
  const emulator = new Emulator({ project: dist, seedData: root, quiet: true })
  try {
    const address = await emulator.ready()
    const li = emulator.as('li')
    const lines = [{ goodsId: 'cup', skuId: 'cup-tianqing', quantity: 1 }]
    // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into an answer
    const ask = async (name: string, action: string, input: object): Promise<any> =>
      await li.call(name, { action, input })
    const placed = await ask('shop', 'placeOrder', { requestId: 'request-000000000001', lines })
    expect(placed).toMatchObject({ ok: true, data: { payment: { rail: 'cloudPay' } } })
    const { orderNo } = placed.data.order
    await fetch(`${address}/__emulator/pay/outcome`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outTradeNo: `${orderNo}-1`, action: 'pay', user: 'li' }),
    })
    await emulator.advance(61_000)
    expect((await ask('order', 'refresh', { orderNo })).data.state).toBe('paid')
  } finally {
    await emulator.dispose()
  }
}, 60_000)
