import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createPool, type FunctionPool } from './function-pool.ts'
import type { FunctionProcess } from './function-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'pool-'))
const file = join(folder, 'index.js')
writeFileSync(
  file,
  'exports.main = async ({ ms }) => { await new Promise((done) => setTimeout(done, ms)); return process.pid }\n',
)
let pool: FunctionPool
afterEach(() => pool.kill())

const open = (concurrency: number, idleMs: number) => {
  pool = createPool({
    concurrency,
    idleMs,
    setup: async () => ({
      file,
      virtualName: file,
      env: { PATH: process.env.PATH ?? '' },
      clockOffsetMs: 0,
      fallbacks: {},
      onLog: () => {},
      onBlocked: () => {},
      onDropped: () => {},
    }),
  })
}

let ids = 0
const outcomeOf = (ms: number, onStart: (started: FunctionProcess) => void = () => {}) => {
  const work = { id: String(ids++), event: { ms }, context: {}, env: {}, unset: [], offsetMs: 0, timeoutMs: 5000 }
  return pool.run(() => work, onStart)
}
const run = async (ms: number): Promise<number> => {
  const outcome = await outcomeOf(ms)
  if (outcome.kind !== 'returned') throw new Error(outcome.kind)
  return JSON.parse(outcome.json)
}

it('lets invocations beyond its processes wait their turn', async () => {
  open(2, 10_000)
  const pids = await Promise.all([run(50), run(50), run(1), run(1), run(1)])
  expect(new Set(pids).size).toBe(2)
  expect(pool.processes()).toHaveLength(2)
})

it('ends what stays unused, all but one', async () => {
  open(4, 50)
  const pids = await Promise.all([run(300), run(300), run(300)])
  expect(new Set(pids).size).toBe(3)
  for (let n = 0; n < 200 && pool.processes().length > 1; n += 1)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect(pool.processes()).toHaveLength(1)
  expect(await run(1)).toBe(pool.processes()[0]?.pid)
})

it('finishes what is under way when it retires', async () => {
  open(2, 10_000)
  await run(1)
  const last = run(200)
  await new Promise((resolve) => setTimeout(resolve, 50))
  pool.retire()
  expect(await last).toBeGreaterThan(0)
  expect(pool.processes()).toHaveLength(0)
})

it('forgets its processes and what they were about, and begins anew', async () => {
  open(2, 10_000)
  const first = await run(1)
  const busy = await outcomeOf(4_000, () => setTimeout(() => pool.forget(), 20))
  expect(busy.kind).toBe('died')
  expect(await run(1)).not.toBe(first)
  expect(pool.processes()).toHaveLength(1)
})

it('never uses a process again that was ended while its answer was on the way', async () => {
  open(2, 10_000)
  const first = await run(1)
  // The invocation ends by itself: its process is killed after it has answered and before that answer is read.
  const answered = outcomeOf(0, (started) => {
    const end = Date.now() + 200
    setImmediate(() => {
      while (Date.now() < end);
      started.kill()
    })
  })
  await answered
  expect(await run(1)).not.toBe(first)
})

process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
