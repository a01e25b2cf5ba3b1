import { expect, test } from 'vitest'
import { cloudTransport } from './cloud-transport.ts'
import { httpTransport } from './http-transport.ts'
import { postTo } from './post.ts'

const event = { action: 'get', input: {} }

test('the cloud transport names the function and gives what it returned', async () => {
  const asked: unknown[] = []
  const transport = cloudTransport({
    callFunction: async (options) => {
      asked.push(options)
      return { result: 'answer' }
    },
  })
  expect(await transport.call('order', event)).toBe('answer')
  expect(asked).toEqual([{ name: 'order', data: event }])
})

test('the cloud transport turns whatever the platform rejects with into one kind of error', async () => {
  const transport = cloudTransport({
    callFunction: () => Promise.reject({ errMsg: 'cloud.callFunction:fail timeout', errCode: -504003 }),
  })
  await expect(transport.call('order', event)).rejects.toThrow('cloud.callFunction:fail timeout')
})

test('over HTTP the caller is named at each call, in a header that holds any name', async () => {
  const asked: unknown[] = []
  let user = 'alice'
  const post = postTo(
    () => 'http://127.0.0.1:1',
    () => user,
    async (options) => {
      asked.push([options.url, options.header['x-emulator-user'], options.data])
      return { statusCode: 200, data: { errMsg: 'cloud.callFunction:ok', result: 7 } }
    },
  )
  expect(await httpTransport(post).call('order', event)).toBe(7)
  user = '小明'
  await httpTransport(post).call('order', event)
  expect(asked).toEqual([
    ['http://127.0.0.1:1/client/call', 'alice', { name: 'order', data: event }],
    ['http://127.0.0.1:1/client/call', '%E5%B0%8F%E6%98%8E', { name: 'order', data: event }],
  ])
})

test.each([
  ['a status that is no success', { statusCode: 500, data: { result: 1 } }],
  ['an error of the cloud', { statusCode: 200, data: { errCode: -504002, errMsg: 'cloud.callFunction:fail' } }],
  ['no object', { statusCode: 200, data: 'html' }],
])('over HTTP %s is no answer', async (_, answer) => {
  const post = postTo(
    () => '',
    () => 'alice',
    async () => answer,
  )
  await expect(httpTransport(post).call('order', event)).rejects.toMatchObject({ name: 'TransportError' })
})

test('over HTTP a broken line is no answer', async () => {
  const post = postTo(
    () => '',
    () => 'alice',
    () => Promise.reject({ errMsg: 'request:fail' }),
  )
  await expect(httpTransport(post).call('order', event)).rejects.toThrow('nothing came back')
})
