import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../pay/testing.ts'

let till: Till
beforeAll(async () => {
  till = await openTill()
})
afterAll(() => till.emulator.dispose())
beforeEach(async () => {
  await till.emulator.reset()
  await till.post('/__emulator/database', { name: 'teas' })
})

const fault = (preset: string, when: object = {}) => till.post('/__emulator/faults', { preset, when })
const run = (id: string) => till.emulator.call('db', { id })
const step = async (id: string) => {
  const { list } = await till.get(`/__emulator/database/teas?query=${encodeURIComponent(JSON.stringify({ _id: id }))}`)
  return (list as readonly { step: number }[])[0]?.step
}

test('killed between two database calls: the first write is there, the second is not, nobody answers', async () => {
  await fault('killed-after-write', { action: 'database.insertDocument' })
  await expect(run('t1')).rejects.toThrow()
  expect(await step('t1')).toBe(1)
  expect(await run('t2')).toEqual({ updated: true })
})

test('a write that is not answered: before acting it did not happen, after acting it did', async () => {
  await fault('database-timeout-before')
  await expect(run('t1')).rejects.toThrow(/TIME_LIMIT/)
  expect(await step('t1')).toBe(1)
  await fault('database-timeout-after')
  await expect(run('t2')).rejects.toThrow(/TIME_LIMIT/)
  expect(await step('t2')).toBe(2)
})

test('conflict and quota have the codes of the cloud', async () => {
  await fault('database-conflict')
  expect(await run('t1')).toMatchObject({
    updated: false,
    errCode: -501001,
    errMsg: expect.stringContaining('TransactionConflict'),
  })
  await fault('database-quota', { action: 'database.modifyDocument' })
  expect(await run('t2')).toMatchObject({ updated: false, errCode: -501003 })
})
