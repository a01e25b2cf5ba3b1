import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { execa, type ResultPromise } from 'execa'
import getPort from 'get-port'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const source = path.join(root, 'cloudfunctions/order/index.ts')

describe('pnpm dev', () => {
  let dev: ResultPromise
  let said = ''
  let emulator = ''
  let page = ''
  let original = ''
  let readyMs = 0

  beforeAll(async () => {
    const startedAt = Date.now()
    original = await readFile(source, 'utf8')
    const [port, emulatorPort] = [await getPort(), await getPort()]
    emulator = `http://127.0.0.1:${emulatorPort}`
    page = `http://127.0.0.1:${port}`
    dev = execa(
      'node',
      ['--import', 'tsx', 'scripts/dev.ts', '--port', `${port}`, '--emulator-port', `${emulatorPort}`],
      {
        cwd: root,
        reject: false,
        buffer: false,
        stdin: 'ignore',
        // A folder of its own for the data: what a person has in .data stays theirs.
        env: { TAROPAY_DATA_DIR: path.join(root, '.artifacts/dev-data') },
      },
    )
    for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (chunk) => (said += chunk))
    // A cold build of the page; on a machine that does much else at once it takes minutes.
    await until(() => said.includes('ready in'), 290_000)
    readyMs = Date.now() - startedAt
  }, 300_000)

  afterAll(async () => {
    await writeFile(source, original)
    dev.kill('SIGKILL')
  })

  it('prints ready with addresses that answer', async () => {
    expect(said).toContain(page)
    expect((await fetch(page)).status).toBe(200)
    expect((await fetch(`${emulator}/__emulator/dashboard`)).status).toBe(200)
    expect(await listOrders()).toMatchObject({ ok: true })
  })

  it('runs a changed function long before a restart would, and survives a broken one', async () => {
    await writeFile(source, `${original}\nconst broken = ;\n`)
    await until(async () => (await listOrders())?.ok !== true, 60_000)
    const mendedAt = Date.now()
    await writeFile(source, original)
    await until(async () => (await listOrders())?.ok === true, 60_000)
    expect(said).toMatch(/cloudfunctions\/order\/index\.ts:\d+/)
    // About a second when nothing else runs. Measured by its own start, whatever else the machine does.
    expect(Date.now() - mendedAt).toBeLessThan(readyMs / 2)
  })

  it('names a port that is in use and says what to do', async () => {
    const taken = new URL(page).port
    const { exitCode, stderr } = await execa('node', ['--import', 'tsx', 'scripts/dev.ts', '--port', taken], {
      cwd: root,
      reject: false,
    })
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`Port ${taken} is in use`)
    expect(stderr).toContain('pnpm dev --port')
  })

  it('ends on Ctrl-C and leaves no process', async () => {
    const family = await descendants(dev.pid as number)
    expect(family.length).toBeGreaterThan(2)
    dev.kill('SIGINT')
    const { exitCode } = await dev
    expect(exitCode).toBe(0)
    await until(() => family.every((pid) => !alive(pid)), 60_000)
  })

  const listOrders = async () => {
    const answer = await fetch(`${emulator}/client/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-emulator-user': 'visitor' },
      body: JSON.stringify({ name: 'order', data: { action: 'list', input: {} } }),
    })
    return ((await answer.json()) as { result?: { ok: boolean } }).result
  }
})

const until = async (holds: () => boolean | Promise<boolean>, withinMs: number) => {
  const endMs = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > endMs) throw new Error(`not within ${withinMs} ms: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const descendants = async (pid: number): Promise<number[]> => {
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid='])
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    rows.filter(([, up]) => up === parent).flatMap(([one = 0]) => [one, ...below(one)])
  return below(pid)
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
