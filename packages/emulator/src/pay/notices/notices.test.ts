import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../testing.ts'

let till: Till
beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.emulator.dispose())
beforeEach(() => till.emulator.reset())

const hour = 3_600_000
const paid = async (notice: string, changes: object = {}) => {
  await till.order('A00001', changes)
  await till.post('/__emulator/pay/outcome', { outTradeNo: 'A00001', notice })
  const [sent] = till.notices()
  if (sent === undefined) throw new Error('no notice')
  return sent
}

test('a payment is told to the function that the order named, by WeChat and for nobody', async () => {
  const notice = await paid('normal')
  await till.until(() => notice.state === 'acknowledged')
  expect(notice.attempts).toMatchObject([{ answer: { seen: { SOURCE: 'wx_paycallback' } } }])
  const { seen } = (notice.attempts[0]?.answer ?? {}) as { seen: { OPENID?: string; keys: string[] } }
  expect(seen.OPENID).toBeUndefined()
  expect(seen.keys).toEqual(Object.keys(notice.event))
  expect(notice.event).toMatchObject({
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    totalFee: 1234,
    outTradeNo: 'A00001',
  })
})

test('until it is acknowledged it comes back on WeChat’s schedule, for two days', async () => {
  const notice = await paid('normal', { attach: 'refuse' })
  await till.until(() => notice.attempts.length === 1)
  await till.emulator.advance(15_000)
  await till.emulator.advance(15_000)
  expect(notice.attempts).toHaveLength(3)
  await till.emulator.advance(24 * hour + 4 * 60_000)
  expect(notice.attempts).toHaveLength(16)
  await till.emulator.advance(24 * hour)
  expect(notice.state).toBe('given up')
  expect(notice.attempts).toHaveLength(19)
})

test('lost: never sent; late: after the client gave up; five times: five deliveries', async () => {
  const lost = await paid('lost')
  await till.emulator.advance(48 * hour)
  expect(lost).toMatchObject({ state: 'lost', attempts: [] })

  await till.emulator.reset()
  const late = await paid('late')
  await till.emulator.advance(59_000)
  expect(late.attempts).toHaveLength(0)
  await till.emulator.advance(2_000)
  expect(late.state).toBe('acknowledged')

  await till.emulator.reset()
  const five = await paid('five')
  await till.until(() => five.attempts.length === 5)
  expect(five.attempts.every((attempt) => attempt.acknowledged)).toBe(true)
})

test('a person may alter, resend and drop it', async () => {
  const notice = await paid('lost')
  await till.post(`/__emulator/notices/${notice.id}/alter`, { event: { totalFee: 1 } })
  const resent = await till.post(`/__emulator/notices/${notice.id}/resend`)
  expect(resent.attempt).toMatchObject({ acknowledged: true })
  expect(notice.event.totalFee).toBe(1)
  await till.post(`/__emulator/notices/${notice.id}/drop`)
  expect(notice.state).toBe('dropped')
  expect((await till.post('/__emulator/notices/none/drop')).error).toContain('no notice none')
})

test('an order of another environment is never told, and the notice says why', async () => {
  const notice = await paid('normal', { envId: 'an-alias' })
  await till.until(() => notice.attempts.length === 1)
  expect(notice.attempts[0]?.answer).toContain('an-alias is not this environment')
})
