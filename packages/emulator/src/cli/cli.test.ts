import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'

const command = join(packageRoot, 'bin/pay-emulator.mjs')
let project = ''
let running: ChildProcess[] = []

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'pay-emulator-cli-'))
  put('hello/index.js', 'exports.main = async () => ({ version: 1, pid: process.pid })\n')
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running = []
  rmSync(project, { recursive: true, force: true })
})

const put = (name: string, text: string) => {
  mkdirSync(join(project, name, '..'), { recursive: true })
  writeFileSync(join(project, name), text)
}

/** The command, with all it has said so far. */
const run = (...argv: string[]) => {
  const child = spawn(process.execPath, [command, project, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const until = async (pattern: RegExp) => {
    for (let n = 0; n < 800; n += 1) {
      const match = pattern.exec(said)
      if (match !== null) return match
      await sleep(10)
    }
    throw new Error(`never said ${pattern}:\n${said}`)
  }
  return { child, exit, until, said: () => said }
}

const start = async (...argv: string[]) => {
  const emulator = run('--port', '0', ...argv)
  const address = (await emulator.until(/ready at (http\S+)/))[1] as string
  const call = async (name: string) => {
    const options = { method: 'POST', headers: { 'x-emulator-user': 'li' }, body: JSON.stringify({ name }) }
    return (await (await fetch(`${address}/client/call`, options)).json()) as {
      result?: { version: number; pid: number }
      errMsg: string
    }
  }
  return { ...emulator, address, call }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    // A zombie still has its number; it has ended all the same.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const untilGone = async (pid: number) => {
  for (let n = 0; n < 300 && isAlive(pid); n += 1) await sleep(10)
  return !isAlive(pid)
}

describe('pay-emulator', () => {
  it('says ready once, and leaves no process after Ctrl-C', async () => {
    const emulator = await start()
    const { result } = await emulator.call('hello')
    emulator.child.kill('SIGINT')
    expect(await emulator.exit).toBe(0)
    expect(await untilGone(result?.pid ?? 0)).toBe(true)
    expect(emulator.said().match(/ready/g)).toHaveLength(1)
  })

  it('takes its functions with it when it is killed, even one in an endless loop', async () => {
    put('spin/config.json', '{ "timeout": 60 }')
    put('spin/index.js', "exports.main = async () => { console.log('pid', process.pid); for (;;); }\n")
    const emulator = await start()
    const { result } = await emulator.call('hello')
    void emulator.call('spin').catch(() => {})
    const pid = Number((await emulator.until(/\[spin\] pid (\d+)/))[1])
    emulator.child.kill('SIGKILL')
    expect(await untilGone(result?.pid ?? 0)).toBe(true)
    expect(await untilGone(pid)).toBe(true)
  })

  it('runs a changed function within a second', async () => {
    const emulator = await start()
    expect((await emulator.call('hello')).result?.version).toBe(1)
    await sleep(100)
    // The best of three: a machine that is busy with something else is not what is measured.
    const times: number[] = []
    for (const version of [2, 3, 4]) {
      const changedAt = performance.now()
      put('hello/index.js', `exports.main = async () => ({ version: ${version} })\n`)
      while ((await emulator.call('hello')).result?.version !== version) await sleep(10)
      times.push(performance.now() - changedAt)
    }
    expect(Math.min(...times)).toBeLessThan(1000)
  })

  it('finds a function that is added, and forgets one that is removed', async () => {
    const emulator = await start()
    await emulator.call('hello')
    await sleep(100)
    put('late/index.ts', 'export const main = async () => ({ version: 7 as number })\n')
    await emulator.until(/function late reloaded/)
    expect((await emulator.call('late')).result?.version).toBe(7)
    rmSync(join(project, 'hello'), { recursive: true })
    while ((await emulator.call('hello')).result !== undefined) await sleep(10)
    expect((await emulator.call('hello')).errMsg).toMatch(/could not be found/)
  })

  it.each([
    [
      'a syntax error in JavaScript',
      'broken/index.js',
      'exports.main = () => {\n  const = 1\n}\n',
      /index\.js:2 .*SyntaxError/,
    ],
    [
      'a syntax error in TypeScript',
      'broken/index.ts',
      'export const main = () => {\n  const = 1\n}\n',
      /index\.ts:2:/,
    ],
    ['an error at load', 'broken/index.js', "\nthrow new Error('no key')\n", /index\.js:2 Error: no key/],
    ['a missing package', 'broken/index.js', "require('not-there')\n", /Cannot find module 'not-there'/],
    ['no main', 'broken/index.js', 'exports.mian = () => {}\n', /exports no main/],
  ])('names %s in one line, runs the others, and recovers on the mend', async (_name, file, text, line) => {
    put(file, text)
    const emulator = await start()
    const [said] = await emulator.until(/^function broken does not load.*$/m)
    expect(said).toMatch(line)
    expect((await emulator.call('broken')).errMsg).toMatch(/does not load/)
    expect((await emulator.call('hello')).result?.version).toBe(1)
    put(
      file,
      'export const main = async () => ({ version: 3 })\n'.replace(
        'export const main',
        file.endsWith('ts') ? 'export const main' : 'exports.main',
      ),
    )
    while ((await emulator.call('broken')).result?.version !== 3) await sleep(10)
  })

  it('says in one line what to do about a taken port, and ends', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const emulator = run('--port', String(port))
    expect(await emulator.exit).toBe(1)
    expect(emulator.said()).toBe(
      `pay-emulator: port ${port} is taken: end the program that uses it, or choose another with --port\n`,
    )
    server.close()
  })

  it('says in one line what to do about a damaged data folder, and ends', async () => {
    const data = join(project, '.data')
    mkdirSync(data)
    writeFileSync(join(data, 'database.log'), 'garbage\n')
    const emulator = run('--port', '0', '--data-dir', data)
    expect(await emulator.exit).toBe(1)
    expect(emulator.said()).toMatch(
      /^pay-emulator: .*database\.log is damaged at line 1: restore it from a copy, or delete it.*\n$/,
    )
    const mended = await start('--data-dir', data, '--reset')
    expect((await mended.call('hello')).result?.version).toBe(1)
  })

  it('refuses a data folder that another emulator uses', async () => {
    const data = join(project, '.data')
    await start('--data-dir', data)
    const second = run('--port', '0', '--data-dir', data)
    expect(await second.exit).toBe(1)
    expect(second.said()).toMatch(/in use by process \d+: end that emulator, or choose another --data-dir\n$/)
  })

  it('keeps what was seeded and written, after kill -9 too', async () => {
    const data = join(project, '.data')
    put('seed.json', '{ "goods": [{ "_id": "tea", "stock": 5 }] }')
    const goods = async (address: string) => (await fetch(`${address}/__emulator/database/goods`)).json()
    const first = await start('--data-dir', data, '--seed-data', join(project, 'seed.json'))
    await fetch(`${first.address}/__emulator/database/goods`, {
      method: 'POST',
      body: '{"doc":{"_id":"cup","stock":1}}',
    })
    first.child.kill('SIGKILL')
    await first.exit
    const second = await start('--data-dir', data, '--seed-data', join(project, 'seed.json'))
    expect(await goods(second.address)).toEqual({
      total: 2,
      list: [
        { _id: 'tea', stock: 5 },
        { _id: 'cup', stock: 1 },
      ],
    })
    await fetch(`${second.address}/__emulator/reset`, { method: 'POST' })
    expect(await goods(second.address)).toMatchObject({ total: 1 })
  })

  it('puts the files that seeded documents name into the storage, and leaves what has come since', async () => {
    put('shop/seed.json', '{ "goods": [{ "_id": "tea", "pictures": [{ "$file": "goods/tea.svg" }] }] }')
    put('shop/seed-files/goods/tea.svg', '<svg/>')
    const data = join(project, '.data')
    const first = await start('--data-dir', data, '--seed-data', project)
    const goods = await (await fetch(`${first.address}/__emulator/database/goods`)).json()
    const [fileID] = goods.list[0].pictures
    expect(fileID).toMatch(/^cloud:\/\/emulator-.*\/goods\/tea\.svg$/)
    const picture = async (address: string) => {
      const body = JSON.stringify({ fileList: [fileID] })
      const headers = { 'content-type': 'application/json' }
      const urls = await fetch(`${address}/client/files/urls`, { method: 'POST', headers, body })
      const { fileList } = await urls.json()
      const answer = await fetch(fileList[0].tempFileURL)
      return `${answer.headers.get('content-type')} ${await answer.text()}`
    }
    expect(await picture(first.address)).toBe('image/svg+xml <svg/>')
    await fetch(`${first.address}/client/file/goods/tea.svg`, { method: 'PUT', body: '<svg id="new"/>' })
    first.child.kill('SIGKILL')
    await first.exit
    const second = await start('--data-dir', data, '--seed-data', project)
    expect(await picture(second.address)).toBe('image/svg+xml <svg id="new"/>')
    await fetch(`${second.address}/__emulator/reset`, { method: 'POST' })
    expect(await picture(second.address)).toBe('image/svg+xml <svg/>')
  })

  it('says which file is missing that a seeded document names', async () => {
    put('seed.json', '{ "goods": [{ "_id": "tea", "pictures": [{ "$file": "tea.svg" }] }] }')
    const emulator = run('--port', '0', '--seed-data', join(project, 'seed.json'))
    expect(await emulator.exit).toBe(1)
    expect(emulator.said()).toMatch(/seed data .*seed\.json: there is no seed-files\/tea\.svg/)
  })

  it('takes the collections and the documents that a function brings with it', async () => {
    put('collections.json', '{ "collections": [{ "name": "orders" }], "functions": { "*": { "invoke": true } } }')
    put(
      'cart/collections.json',
      '{ "collections": [{ "name": "carts" }], "functions": { "cart": { "invoke": false } } }',
    )
    put('cart/index.js', 'exports.main = async () => 1')
    put('cart/seed.json', '{ "carts": [{ "_id": "mine" }] }')
    const { address } = await start('--seed-data', project)
    const carts = await (await fetch(`${address}/__emulator/database/carts`)).json()
    expect(carts).toEqual({ total: 1, list: [{ _id: 'mine' }] })
    const refused = await fetch(`${address}/client/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-emulator-user': 'li' },
      body: JSON.stringify({ name: 'cart', data: {} }),
    })
    expect(await refused.text()).toMatch(/permission|PERMISSION|-50[0-9]{4}/)
  })

  it.each([
    [['--nope'], /Unknown option '--nope'; --help lists the options/],
    [['--port', '70000'], /--port takes a number up to 65535/],
    [['--seed-data', '/nowhere.json'], /seed data \/nowhere\.json: ENOENT/],
    [['--config', '/nowhere.json'], /the configuration \/nowhere\.json cannot be read/],
  ])('explains %j', async (argv, line) => {
    const emulator = run('--port', '0', ...argv)
    expect(await emulator.exit).toBe(1)
    expect(emulator.said()).toMatch(line)
    expect(emulator.said().trim().split('\n')).toHaveLength(1)
  })
})
