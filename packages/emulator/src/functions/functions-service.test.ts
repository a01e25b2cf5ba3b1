import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseService } from '../database/database-service.ts'
import { Emulator } from '../emulator.ts'
import { packageRoot } from '../package-root.ts'

interface WhoAmI {
  readonly event: Record<string, unknown>
  readonly wx: Record<string, string>
  readonly pid: number
  readonly nowMs: number
  readonly date: string
  readonly isDate: boolean
  readonly timezoneOffset: number
}

const lines: string[] = []
const emulator = new Emulator({
  project: join(packageRoot, 'src/functions/fixtures/project'),
  log: (line) => lines.push(line),
})
const whoami = (as: string, data: object = {}) => emulator.call('whoami', data, { as }) as Promise<WhoAmI>
const client = async (name: string, user?: string) =>
  (await (
    await fetch(`${emulator.address}/client/call`, {
      method: 'POST',
      headers: user === undefined ? {} : { 'x-emulator-user': user },
      body: JSON.stringify({ name, data: { a: 1 } }),
    })
  ).json()) as Record<string, unknown>

beforeAll(() => emulator.ready())
afterAll(() => emulator.dispose())

describe('a function in the emulator', () => {
  it('knows who calls, and forgets it with the next call', async () => {
    const [li, bo] = [emulator.as('li'), emulator.as('bo')]
    expect(li.openid).toMatch(/^o[\w-]{27}$/)
    expect((await whoami('li')).wx).toMatchObject({ OPENID: li.openid, UNIONID: li.unionid, SOURCE: 'wx_client' })
    expect((await whoami('bo')).wx.OPENID).toBe(bo.openid)
    const notice = await emulator.context.invoke({ functionName: 'whoami', event: {}, source: 'wx_paycallback' })
    expect((notice.result as WhoAmI).wx).toEqual({ ENV: emulator.context.options.envId, SOURCE: 'wx_paycallback' })
  })

  it('gets the client’s event with userInfo beside it', async () => {
    const { event } = await whoami('li', { a: [1, { b: null }] })
    expect(event).toEqual({
      a: [1, { b: null }],
      userInfo: { appId: emulator.context.options.appid, openId: emulator.as('li').openid },
    })
  })

  it('lives in UTC and in the emulator’s time', async () => {
    const before = await whoami('li')
    expect(before).toMatchObject({ timezoneOffset: 0, isDate: true })
    await emulator.advance(3 * 3600_000)
    const after = await whoami('li')
    expect(after.nowMs - before.nowMs).toBeGreaterThanOrEqual(3 * 3600_000)
    expect(Math.abs(Date.parse(after.date) - emulator.context.clock.now())).toBeLessThan(5000)
    await emulator.reset()
  })

  it('stays warm, one invocation at a time per process', async () => {
    const pids = new Set([(await whoami('li')).pid, (await whoami('li')).pid, (await whoami('bo')).pid])
    expect(pids.size).toBe(1)
    const both = await Promise.all([emulator.call('slow', { ms: 150 }), emulator.call('slow', { ms: 150 })])
    expect(new Set((both as { pid: number }[]).map(({ pid }) => pid)).size).toBe(2)
  })

  it('remembers nothing after a reset', async () => {
    const { pid } = await whoami('li')
    await emulator.reset()
    expect((await whoami('li')).pid).not.toBe(pid)
  })

  it('throws with a stack that names the line of the TypeScript source', async () => {
    const error = await emulator.call('thrower', { price: 7 }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect(String((error as { answer: { error: { stack: string } } }).answer.error.stack)).toMatch(
      /^Error: no 7\n\s+at refuse \(.*thrower\/index\.ts:6:9\)/,
    )
  })

  it('is stopped at its time limit, even in an endless loop, and works again afterwards', async () => {
    const timeout = {
      code: 'FUNCTION_TIME_LIMIT_EXCEEDED',
      message: expect.stringContaining('timed out after 0.4 seconds'),
    }
    await expect(emulator.call('slow', { ms: 5000 })).rejects.toMatchObject(timeout)
    await expect(emulator.call('slow', { spin: true })).rejects.toMatchObject(timeout)
    await expect(emulator.call('slow', { ms: 1 })).resolves.toBeTruthy()
  })

  it('may answer 6 MB and not a byte more', async () => {
    const limit = 6 * 1024 * 1024 - 2
    await expect(emulator.call('big', { bytes: limit })).resolves.toHaveLength(limit)
    await expect(emulator.call('big', { bytes: limit + 1 })).rejects.toThrow(/6 MB/)
  })

  it('answers null for undefined, and by callback if it prefers', async () => {
    expect(await emulator.call('caller')).toBeNull()
    expect(await emulator.call('noisy', { orderNo: 'T1' })).toEqual({ called: true })
    const logged = emulator.context.events
      .list()
      .filter(({ kind, from }) => kind === 'log' && from === 'function:noisy')
    expect(logged.at(-1)).toMatchObject({ name: 'warn', detail: "careful { order: 'T1' }" })
    expect(emulator.context.events.list({ orderNo: 'T1' }).at(-1)).toMatchObject({ name: 'noisy', ok: true })
  })

  it('calls another function on behalf of the same user', async () => {
    const { result } = (await emulator.as('li').call('caller', { name: 'whoami' })) as { result: WhoAmI }
    expect(result.wx).toMatchObject({ OPENID: emulator.as('li').openid, SOURCE: 'wx_client,scf' })
    expect(await emulator.call('caller', { name: 'nobody' })).toMatchObject({ failed: 'FUNCTION_NOT_FOUND' })
    expect(await emulator.call('caller', { name: 'thrower', data: { price: 1 } })).toMatchObject({
      text: expect.stringContaining('no 1'),
    })
  })

  it('may call the open interfaces that its config.json names, and no other', async () => {
    expect(await emulator.call('messenger')).toMatchObject({ errCode: 0 })
    expect(await emulator.call('messenger', { api: 'check' })).toEqual({ errCode: -604101 })
    expect(lines.at(-1)).toMatch(
      /openapi\.security\.imgSecCheck is missing from permissions\.openapi in its config\.json/,
    )
  })

  it('is warned of a condition that is undefined, which the SDK leaves out', async () => {
    const warnings = () => emulator.context.events.list().filter(({ name }) => name === 'undefined field')
    await emulator.call('searcher', { owner: 'li', since: 1 })
    expect(warnings()).toEqual([])
    await emulator.call('searcher', { since: 1 })
    await emulator.call('searcher', { owner: 'li' })
    expect(warnings().map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^where\(\) on ticks was given undefined for owner\.name; the SDK drops it/),
      expect.stringMatching(/^where\(\) on ticks was given undefined for since; /),
    ])
    expect(lines.some((line) => line.startsWith('warning: [searcher] where() on ticks'))).toBe(true)
  })

  it('dies alone', async () => {
    await expect(emulator.call('caller', { code: 3 })).rejects.toThrow(/exit code 3/)
    expect(await emulator.call('caller')).toBeNull()
  })

  it.each([
    'https://api.weixin.qq.com/',
    'https://api.mch.weixin.qq.com/v3',
    'https://x.ap-shanghai.tcb-api.tencentcloudapi.com',
  ])('never reaches the real %s', async (host) => {
    expect(await emulator.call('caller', { host })).toBe('EMULATOR_REFUSED')
    expect(lines.some((line) => line.includes(`real ${new URL(host).hostname}; refused`))).toBe(true)
  })
})

describe('a phone', () => {
  it('calls as the user of its header', async () => {
    const { result, errMsg } = await client('whoami', 'mei')
    expect(errMsg).toBe('cloud.callFunction:ok')
    expect((result as WhoAmI).wx.OPENID).toBe(emulator.context.users.get('mei').openid)
  })

  it('is refused where the rules say so, and where nobody is logged in', async () => {
    expect(await client('ticker', 'mei')).toMatchObject({ errCode: -501023 })
    expect(await client('whoami')).toMatchObject({ errCode: -501023 })
    expect(await client('nobody', 'mei')).toMatchObject({ errCode: -501000 })
    expect(await client('thrower', 'mei')).toMatchObject({ errCode: -504002 })
  })
})

describe('a timer', () => {
  it('fires when the clock passes its moments, in UTC+8, as WeChat calls it', async () => {
    const database = emulator.context.service<DatabaseService>('database')
    await emulator.advance(15 * 60_000)
    const ticks = database.operations.find(database.collection('ticks'), { query: {} })
    expect(ticks).toHaveLength(3)
    expect(ticks[0]).toMatchObject({
      source: 'wx_trigger',
      event: { Type: 'Timer', TriggerName: 'every-five-minutes', Time: expect.stringMatching(/:[0-5][05]:00Z$/) },
    })
  })

  it('fires twice at once on request', async () => {
    const response = await fetch(`${emulator.address}/__emulator/timers/fire`, {
      method: 'POST',
      body: JSON.stringify({ function: 'ticker', times: 2 }),
    })
    expect(await response.json()).toMatchObject([{ ok: true }, { ok: true }])
  })
})
