import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../pay/testing.ts'
import type { FaultsService } from './faults-service.ts'
import { presets } from './presets.ts'

let till: Till
let faults: FaultsService
beforeAll(async () => {
  till = await openTill()
  faults = till.emulator.context.service<FaultsService>('faults')
})
afterAll(() => till.emulator.dispose())
beforeEach(() => till.emulator.reset())

const buy = async (outTradeNo = 'A00001') => {
  await till.order(outTradeNo)
  await till.post('/__emulator/pay/outcome', { outTradeNo })
  const notice = till.notices().at(-1)
  if (notice === undefined) throw new Error('no notice')
  return notice
}
const fault = (preset: string, more: object = {}) => till.post('/__emulator/faults', { preset, ...more })

test('unifiedOrder fails before acting: nothing was ordered; after acting: the order stands', async () => {
  await fault('order-error-before')
  expect(await till.order('A00001')).toMatchObject({ resultCode: 'FAIL', errCodeDes: '系统错误' })
  expect(till.book.trades.size).toBe(0)
  await fault('order-error-after')
  expect(await till.order('A00001')).toMatchObject({ resultCode: 'FAIL' })
  expect(till.book.trades.size).toBe(1)
  expect(await till.order('A00001')).toMatchObject({ resultCode: 'SUCCESS' })
})

test('a call that is never answered has acted all the same', async () => {
  await fault('order-timeout-after')
  await expect(till.order('A00001')).rejects.toThrow(/TIME_LIMIT|time/i)
  expect(till.book.trades.size).toBe(1)
})

test('notices: lost, five times, late, with a wrong amount', async () => {
  await fault('notice-lost')
  expect((await buy()).state).toBe('lost')
  await fault('notice-five-times')
  const five = await buy('A00002')
  await till.until(() => five.attempts.length === 5)
  await fault('notice-wrong-amount')
  expect((await buy('A00003')).event).toMatchObject({ totalFee: 1235, cashFee: 1235 })
  await fault('notice-late')
  const late = await buy('A00004')
  await till.emulator.advance(3_599_000)
  expect(late.attempts).toHaveLength(0)
  await till.emulator.advance(2_000)
  expect(late.state).toBe('acknowledged')
})

test('a notice overtaken by the next', async () => {
  await fault('notice-overtaken')
  const first = await buy('A00001')
  const second = await buy('A00002')
  await till.until(() => second.state === 'acknowledged' && first.state === 'acknowledged')
  expect(first.createdAtMs).toBeLessThanOrEqual(second.createdAtMs)
  expect(first.attempts[0]?.atMs).toBeGreaterThanOrEqual(second.attempts[0]?.atMs ?? Number.POSITIVE_INFINITY)
})

test('an acknowledgement that WeChat does not hear brings the notice again', async () => {
  await fault('notice-answer-lost')
  const notice = await buy()
  await till.until(() => notice.attempts.length === 1)
  expect(notice.attempts[0]).toMatchObject({ acknowledged: false, answer: { errcode: 0 } })
  await till.emulator.advance(16_000)
  expect(notice.state).toBe('acknowledged')
})

test('closed at WeChat and paid all the same; a query that lags', async () => {
  await fault('close-still-payable')
  await till.order('A00001')
  await till.emulator.advance(5 * 60_000)
  expect(await till.pay('closeOrder', { outTradeNo: 'A00001' })).toMatchObject({ resultCode: 'SUCCESS' })
  expect(await till.post('/__emulator/pay/outcome', { outTradeNo: 'A00001' })).toMatchObject({
    errMsg: 'requestPayment:ok',
  })
  await fault('query-stale')
  expect(await till.pay('queryOrder', { outTradeNo: 'A00001' })).toMatchObject({ tradeState: 'NOTPAY' })
  expect(await till.pay('queryOrder', { outTradeNo: 'A00001' })).toMatchObject({ tradeState: 'SUCCESS' })
})

test('skip, times and mentions say exactly which call', async () => {
  await till.order('A00001')
  await till.order('A00002')
  await fault('query-stale', { when: { mentions: 'A00002' }, skip: 1, times: 2 })
  const stale = async (outTradeNo: string) => (await till.pay('queryOrder', { outTradeNo })).resultCode === 'FAIL'
  expect(await stale('A00001')).toBe(false)
  expect([await stale('A00002'), await stale('A00002'), await stale('A00002'), await stale('A00002')]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('the same seed draws the same faults', () => {
  const run = (seed: number) => {
    faults.clear()
    faults.seed(seed)
    faults.add({ when: { party: 'pay' }, fault: { kind: 'delay', ms: 0 }, times: 0, chance: 0.3 })
    return Array.from({ length: 50 }, () => till.emulator.faults.decide({ party: 'wx', action: 'x' }) !== undefined)
  }
  expect(run(7)).toEqual(run(7))
  expect(run(7)).not.toEqual(run(8))
  expect(run(7).filter(Boolean).length).toBeGreaterThan(5)
})

test.each(presets)('$name: $about', async ({ name }) => {
  expect((await fault(name)).rule).toMatchObject({ times: 1, struck: 0 })
})

test('a rule that cannot be read is refused with what is possible', async () => {
  expect((await till.post('/__emulator/faults', { fault: { kind: 'magic' } })).error).toContain('fault.kind is one of')
  expect((await till.post('/__emulator/faults', { fault: { kind: 'late' } })).error).toContain('needs ms: number')
  expect((await till.post('/__emulator/faults', { preset: 'x' })).error).toContain('preset is one of')
  expect((await till.post('/__emulator/faults', { fault: { kind: 'lose' }, when: { who: 'x' } })).error).toContain(
    'when takes',
  )
})
