import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'

const emulator = new Emulator({ quiet: true })
beforeAll(() => emulator.ready())
afterAll(async () => {
  // Whatever it was sent above, it still answers.
  expect((await fetch(`${emulator.address}/__emulator`)).status).toBe(200)
  await emulator.dispose()
})

const admin = async (body: string | Buffer, headers: Record<string, string> = {}) => {
  const response = await fetch(`${emulator.address}/admin`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers,
  })
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

const insert = (data: string) =>
  admin(JSON.stringify({ action: 'database.insertDocument', collectionName: 'c', data: [data] }))

describe('a malformed request gets a clear error', () => {
  it.each([
    ['not JSON', 'hello', /not JSON/],
    ['an unfinished JSON', '{"action":', /not JSON/],
    ['a list', '[1]', /must be a JSON object/],
    ['no action', '{}', /names no action/],
    ['a wrong action', '{"action":"database.dropEverything"}', /does not know the action database.dropEverything/],
    ['an action of Object', '{"action":"constructor"}', /does not know the action constructor/],
    ['__proto__', '{"action":"database.insertDocument","__proto__":{"x":1}}', /__proto__/],
    ['nesting without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /names no action|too deep|stack/i],
  ])('%s', async (_name, body, message) => {
    expect(await admin(body)).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringMatching(message) })
  })

  it.each([
    ['documents that are not JSON', 'oops', /not JSON/],
    ['a field named __proto__', '{"__proto__":{"admin":true}}', /__proto__/],
    ['a document nested too deeply', `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, /100 levels/],
    ['an invalid date', '{"d":{"$date":{"$numberLong":"NaN"}}}', /invalid Date/],
    ['a number that is none', '{"n":{"$numberInt":"seven"}}', /not a number/],
  ])('%s', async (_name, data, message) => {
    expect(await insert(data)).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringMatching(message) })
  })

  it('50 MB', async () => {
    const outcome = await new Promise<string>((resolve) => {
      const sent = request(`${emulator.address}/admin`, { method: 'POST' }, (response) => {
        response.setEncoding('utf8').on('data', (text: string) => resolve(`${response.statusCode} ${text}`))
      })
      sent.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
      for (let n = 0; n < 50; n += 1) sent.write(Buffer.alloc(1024 * 1024, 97))
      sent.end()
    })
    // A client that is still sending may see the connection close before it reads the answer.
    expect(outcome).toMatch(/^413 .*larger than|ECONNRESET|EPIPE/)
  })

  it('a broken multipart body', async () => {
    expect(await admin('x', { 'content-type': 'multipart/form-data' })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await admin('x', { 'content-type': 'multipart/form-data; boundary=b' })).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })

  it('a transaction that never was', async () => {
    const body = JSON.stringify({ action: 'database.commitTransaction', transactionId: 'never' })
    expect(await admin(body)).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })
})

describe('the address', () => {
  it('lists every door at /__emulator', async () => {
    const listed = (await (await fetch(`${emulator.address}/__emulator`)).json()) as { services: { name: string }[] }
    expect(listed.services.map(({ name }) => name)).toEqual(expect.arrayContaining(['database', 'functions', 'timers']))
  })

  it('answers pages of this machine only', async () => {
    const from = (origin: string) => fetch(`${emulator.address}/__emulator/clock`, { headers: { origin } })
    const local = await from('http://localhost:10086')
    expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:10086')
    expect((await from('https://evil.example')).status).toBe(403)
    expect((await from('http://localhost.evil.example')).status).toBe(403)
  })

  it('says which method a door takes, and that a door is not there', async () => {
    expect((await fetch(`${emulator.address}/__emulator/clock`, { method: 'PUT' })).status).toBe(405)
    expect((await fetch(`${emulator.address}/__emulator/nothing`)).status).toBe(404)
  })

  it('moves the clock', async () => {
    const advance = (body: unknown) =>
      fetch(`${emulator.address}/__emulator/clock/advance`, { method: 'POST', body: JSON.stringify(body) })
    const moved = (await (await advance({ ms: 60_000 })).json()) as { offsetMs: number }
    expect(moved.offsetMs).toBeGreaterThanOrEqual(60_000)
    expect((await advance({ ms: -1 })).status).toBe(400)
    expect((await advance({ ms: 'soon' })).status).toBe(400)
  })

  it('streams the timeline', async () => {
    const ending = new AbortController()
    const response = await fetch(`${emulator.address}/__emulator/events`, {
      headers: { accept: 'text/event-stream' },
      signal: ending.signal,
    })
    await insert('{"_id":"streamed","outTradeNo":"T7"}')
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk)
      if (text.includes('T7')) break
    }
    expect(text).toContain('"orderNo":"T7"')
    ending.abort()
  })
})
