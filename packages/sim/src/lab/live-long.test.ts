import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { coverageRows } from '../engine/coverage.ts'
import { bundleLab } from './bundle-lab.ts'
import type { Sofar } from './checkpoint.ts'
import { liveLong } from './live-long.ts'
import { runInBlocks } from './run-in-blocks.ts'

const folder = mkdtempSync(join(tmpdir(), 'lives-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Everything but the time it took. */
const lived = ({ next, tally, coverage }: Sofar) => ({
  next,
  tally: { ...tally, cpuMs: 0 },
  rows: coverageRows(coverage)
    .map((row) => JSON.stringify(row))
    .sort(),
})

describe('a long run', { timeout: 600_000 }, () => {
  test('that is stopped and gone on with has lived the same lives as one that was not', async () => {
    const file = join(folder, 'run.json')
    const whole = await runInBlocks(await bundleLab(), { seed: 5, lives: 230, block: 20 })
    expect(whole.next).toBe(230)

    const stop = new AbortController()
    const first = await liveLong({
      ...{ seed: 5, lives: 230, block: 20, file },
      stop: stop.signal,
      progress: ({ next }) => {
        if (next > 0) stop.abort()
      },
    })
    expect(first.next).toBeGreaterThan(0)
    expect(first.next).toBeLessThan(230)
    const rest = await liveLong({ seed: 5, lives: 230, block: 20, file })
    expect(lived(rest)).toEqual(lived(whole))
    expect(rest.tally.cpuMs).toBeGreaterThan(first.tally.cpuMs)
    // And there is nothing left to do.
    expect(lived(await liveLong({ seed: 5, lives: 230, block: 20, file }))).toEqual(lived(whole))
  })

  test('is not gone on with as another one', async () => {
    const file = join(folder, 'other.json')
    await liveLong({ seed: 5, lives: 0, file })
    await expect(liveLong({ seed: 6, lives: 0, file })).rejects.toThrow('seed 5, every scene, not of seed 6')
    await expect(liveLong({ seed: 5, scene: 'shop', lives: 0, file })).rejects.toThrow('not of seed 5, shop')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/lab-\w+/, 'lab-gone'))
    await expect(liveLong({ seed: 5, lives: 0, file })).rejects.toThrow('is gone')
  })

  test('ends by a SIGTERM with its figures told and noted', async () => {
    const file = join(folder, 'cli.json')
    const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
    const args = ['--import', 'tsx', cli, '--lives', '100000000', '--threads', '1', '--resume', file, '--json']
    const lab = spawn(process.execPath, args, { cwd: fileURLToPath(new URL('../..', import.meta.url)) })
    const text: string[] = []
    lab.stdout.setEncoding('utf8').on('data', (part: string) => text.push(part))
    const exit = new Promise((resolve) => lab.on('exit', resolve))
    await vi.waitFor(() => expect(JSON.parse(readFileSync(file, 'utf8')).next).toBe(0), { timeout: 300_000 })
    lab.kill('SIGTERM')
    expect(await exit).toBe(0)
    const told = JSON.parse(text.join(''))
    expect(told).toMatchObject({ complete: false, violations: 0 })
    expect(JSON.parse(readFileSync(file, 'utf8')).next).toBe(told.lives)
  })
})
