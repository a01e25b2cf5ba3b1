import { action, defineContract, err, type OpenId, ok, type Refusal } from '@pay/core'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { LogLine } from '../ports/log.ts'
import { PortError } from '../ports/port-error.ts'
import { type Host, serve } from './serve.ts'

const contract = defineContract('cups', {
  fill: action<number, { readonly code: 'CUP_BROKEN' }>()(v.strictObject({ ml: v.number() })),
})
const openid = 'oBuyer00000000000000000000aa' as OpenId

const hosted = (fill: (ml: number) => Promise<unknown>, caller = true) => {
  const lines: LogLine[] = []
  let nowMs = 0
  const host: Host = {
    caller: () => (caller ? { openid, clientIp: '203.0.113.7' } : undefined),
    requestId: () => 'req-1',
    clock: { nowMs: () => ++nowMs },
    log: { write: (line) => lines.push(line) },
    budgetMs: 100,
  }
  const handlers = { fill: async ({ ml }: { ml: number }) => (await fill(ml)) as never }
  return { main: serve(contract, handlers, host), lines }
}
const call = { action: 'fill', input: { ml: 250 } }

describe('a function', () => {
  test('answers what its handler found', async () => {
    const { main, lines } = hosted(async (ml) => ok(ml * 2))
    expect(await main(call)).toEqual({ ok: true, data: 500 })
    expect(lines).toMatchObject([
      { event: 'call', function: 'cups', action: 'fill', requestId: 'req-1', outcome: 'ok' },
    ])
  })

  test('answers a refusal with the facts that explain it', async () => {
    const { main, lines } = hosted(async () => err({ code: 'CUP_BROKEN', pieces: 3 } as Refusal))
    expect(await main(call)).toEqual({ ok: false, error: { code: 'CUP_BROKEN', pieces: 3 } })
    expect(lines).toMatchObject([{ outcome: 'CUP_BROKEN' }])
  })

  test('says BUSY when the platform is in trouble, INTERNAL with a number for a bug, and never a stack', async () => {
    const busy = hosted(async () => Promise.reject(new PortError('orders', 'SERVER_TIMEOUT')))
    expect(await busy.main(call)).toEqual({ ok: false, error: { code: 'BUSY', retryAfterMs: 1_000 } })
    const bug = hosted(async () => Promise.reject(new Error('secret-of-the-house')))
    expect(await bug.main(call)).toEqual({ ok: false, error: { code: 'INTERNAL', requestId: 'req-1' } })
    expect(bug.lines[0]).toMatchObject({ level: 'error', requestId: 'req-1', error: expect.stringContaining('secret') })
  })

  test('does not run for somebody who is no client, whatever is sent', async () => {
    let ran = 0
    const { main } = hosted(async () => ok(++ran), false)
    const nothing = { ok: false, error: { code: 'NOT_FOUND' } }
    for (const event of [call, {}, { action: 'none' }, null]) expect(await main(event)).toEqual(nothing)
    expect(ran).toBe(0)
  })

  test('writes no openid and one line per call', async () => {
    const { main, lines } = hosted(async () => ok({ orderNo: '0'.repeat(26) }))
    await main(call)
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain(openid)
    expect(lines[0]).toMatchObject({ orderNo: '0'.repeat(26), user: expect.stringMatching(/^[0-9a-f]{8}$/) })
  })
})
