import { expect, test, vi } from 'vitest'
import { messageAsker } from './message-asker.ts'

const moments = { 'owner.order': ['a', 'b'], 'owner.watch': ['c'] } as const
const accepting = () => vi.fn(async (ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'accept'])))

test('a person is asked for the templates of the moment, and the ids are read once', async () => {
  const read = vi.fn(async () => moments)
  const askUser = accepting()
  const asker = messageAsker(read, askUser)
  await Promise.all([asker.prepare(), asker.prepare()])
  expect(await asker.ask('owner.order')).toBe(true)
  await asker.ask('owner.order')
  expect(read).toHaveBeenCalledOnce()
  expect(askUser.mock.calls).toEqual([[['a', 'b']], [['a', 'b']]])
})

test('a tap before the ids are there, or at a moment without messages, goes on unasked', async () => {
  const askUser = accepting()
  const asker = messageAsker(async () => moments, askUser)
  await asker.ask('owner.order')
  await asker.prepare()
  await asker.ask('owner.rest')
  expect(askUser).not.toHaveBeenCalled()
})

test('who refuses is not asked again for the same moment', async () => {
  const askUser = vi.fn(async (ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'reject'])))
  const asker = messageAsker(async () => moments, askUser)
  await asker.prepare()
  expect(await asker.ask('owner.order')).toBe(false)
  await asker.ask('owner.order')
  await asker.ask('owner.watch')
  expect(askUser.mock.calls).toEqual([[['a', 'b']], [['c']]])
})

test('a question that cannot be put stops nobody, and a lost list is read again', async () => {
  const answers = [undefined, moments]
  const asker = messageAsker(
    async () => answers.shift(),
    async () => {
      throw new Error('requestSubscribeMessage:fail')
    },
  )
  await asker.prepare()
  await asker.prepare()
  expect(answers).toEqual([])
  await expect(asker.ask('owner.order')).resolves.toBe(false)
})
