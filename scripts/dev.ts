import { rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { execa, type ResultPromise } from 'execa'
import getPort from 'get-port'

const root = path.resolve(import.meta.dirname, '..')
const help = `pnpm dev [options]: the client, the cloud functions, a database and a WeChat Pay, on this machine

  --port N            the page (10086)
  --emulator-port N   the emulator (9500)
  --reset             forget all data first; without it the data of the last run is there again (.data/)
`

/** Git-ignored. Tests name another one. */
const dataDir = process.env.TAROPAY_DATA_DIR ?? '.data'

const startedAt = Date.now()
const children: ResultPromise[] = []
let ending = false

const main = async () => {
  const options = readOptions()
  if (options.reset) await rm(path.resolve(root, dataDir), { recursive: true, force: true })
  await mustBeFree(options.port, '--port')
  await mustBeFree(options.emulatorPort, '--emulator-port')

  const emulator = `http://127.0.0.1:${options.emulatorPort}`
  const page = `http://127.0.0.1:${options.port}`
  const cloud = start('emulator', 'node', [
    'packages/emulator/bin/pay-emulator.mjs',
    'cloudfunctions',
    '--port',
    String(options.emulatorPort),
    '--data-dir',
    dataDir,
  ])
  const client = start(
    'page',
    'node',
    [path.join(root, 'apps/mini/node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch'],
    {
      cwd: path.join(root, 'apps/mini'),
      env: {
        TARO_APP_API: emulator,
        // A folder of its own: Taro empties it at the start, and dist/h5 may be in use.
        TARO_APP_OUTPUT: 'h5-dev',
        TAROPAY_PORT: String(options.port),
        NODE_ENV: 'development',
      },
    },
  )
  const dead = Promise.race([cloud.then(() => 'the emulator'), client.then(() => 'the page’s build')]).then((who) => {
    if (!ending) throw new Error(`${who} ended by itself; what it said is above`)
  })
  await Promise.race([Promise.all([answers(`${emulator}/__emulator`), answers(page)]), dead])

  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`
  ready in ${seconds} s

  the shop       ${page}          (another user: ${page}/?as=alice, the owner: ${page}/?as=owner)
  dashboard      ${emulator}/__emulator/dashboard
  functions      cloudfunctions/ — saved changes run at once
  data           .data/ — forget it with: pnpm dev --reset
  Ctrl-C ends everything
`)
  await dead
}

const readOptions = () => {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: {
      port: { type: 'string' },
      'emulator-port': { type: 'string' },
      reset: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(help)
    process.exit(0)
  }
  return {
    port: portOf(values.port, 10086),
    emulatorPort: portOf(values['emulator-port'], 9500),
    reset: values.reset === true,
  }
}

const portOf = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`${text} is not a port: take a whole number from 1 to 65535.`)
  return port
}

const mustBeFree = async (port: number, option: string) => {
  if ((await getPort({ port, host: '127.0.0.1' })) === port) return
  throw new Error(`Port ${port} is in use. End what listens there, or choose another: pnpm dev ${option} ${port + 1}`)
}

/** A child in a process group of its own, so that its whole family can be ended; every line with its name in front. */
const start = (
  name: string,
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) => {
  const child = execa(command, args, {
    cwd: options.cwd ?? root,
    env: { ...options.env },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    detached: true,
    reject: false,
  })
  children.push(child)
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim() !== '') console.log(`${name.padEnd(9)}${line}`)
    })
  }
  return child
}

const answers = async (address: string) => {
  for (;;) {
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status >= 200 && status < 400) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

/** Ends every child with its whole group, and waits until they are gone. */
const end = async (code: number) => {
  if (ending) return
  ending = true
  signalAll('SIGTERM')
  const late = setTimeout(() => signalAll('SIGKILL'), 4_000)
  await Promise.allSettled(children)
  clearTimeout(late)
  signalAll('SIGKILL')
  process.exit(code)
}

const signalAll = (signal: NodeJS.Signals) => {
  for (const { pid } of children) {
    try {
      if (pid !== undefined) process.kill(-pid, signal)
    } catch {
      // The group is gone already.
    }
  }
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))
process.on('SIGHUP', () => void end(0))
main().catch((problem: Error) => {
  console.error(`pnpm dev: ${problem.message}`)
  return end(1)
})
