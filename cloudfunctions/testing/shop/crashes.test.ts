import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud, patiently } from '../emulated-cloud.ts'

const lines = [{ goodsId: 'cup', skuId: 'cup-tianqing', quantity: 2 }]

/** The function's process dies between two calls of the cloud; whoever asked asks again. */
describe('after a crash', { timeout: 180_000 }, async () => {
  const world = await emulatedCloud()
  const { emulator, call, post } = world
  beforeEach(() => world.begin())
  afterAll(() => emulator.dispose())

  const kill = (action: string, functionName: string, after: boolean) =>
    post('/__emulator/faults', { when: { action, functionName }, fault: { kind: 'kill', after }, times: 1 })
  const place = () => call('li', 'shop', 'placeOrder', { requestId: 'request-000000000001', lines })
  const shelf = async () => (await call('li', 'shop', 'getGoods', { goodsId: 'cup' })).data.skus[0].available
  const trades = async () => {
    const answer = await fetch(`${emulator.address}/__emulator/pay`)
    return ((await answer.json()) as { trades: { state: string }[] }).trades
  }
  const struck = async () => {
    const answer = await fetch(`${emulator.address}/__emulator/faults`)
    return ((await answer.json()) as { rules: { struck: number }[] }).rules.map((rule) => rule.struck)
  }
  const moments = ['before', 'after'] as const

  for (const action of ['database.insertDocument', 'database.modifyDocument', 'unifiedOrder'])
    test.each(moments)(
      `%s ${action} of placing, the same request ends in one order, one hold, one payment`,
      async (when) => {
        await kill(action, 'shop', when === 'after')
        expect(await place().catch(() => undefined)).toBeUndefined()
        expect(await struck()).toEqual([1])
        const placed = await place()
        expect(placed).toMatchObject({ ok: true, data: { order: { state: 'unpaid' }, payment: { rail: 'cloudPay' } } })
        expect(await shelf()).toBe(18)
        expect(await trades()).toHaveLength(1)
        expect((await call('li', 'order', 'list', {})).data.items).toHaveLength(1)
      },
    )

  for (const action of ['database.getDocument', 'queryOrder', 'database.modifyDocument'])
    test.each(moments)(`%s ${action} of a notice, WeChat sends it again and the order is paid once`, async (when) => {
      const { orderNo } = (await place()).data.order
      await kill(action, 'pay-notice', when === 'after')
      await post('/__emulator/pay/outcome', { outTradeNo: `${orderNo}-1`, action: 'pay', user: 'li' })
      await emulator.advance(40_000)
      await expect.poll(struck, patiently).toEqual([1])
      await expect.poll(async () => (await call('li', 'order', 'get', { orderNo })).data.state, patiently).toBe('paid')
      await emulator.advance(120_000)
      const { history } = (await call('li', 'order', 'get', { orderNo })).data
      expect(history.filter(({ what }: { what: string }) => what === 'payment.seen')).toHaveLength(1)
      expect(await shelf()).toBe(18)
    })
})
