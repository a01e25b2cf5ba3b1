// Figures of the emulator on this machine: pnpm bench [--json]
import type { DatabaseService } from '../src/database/database-service.ts'
import { Emulator } from '../src/emulator.ts'
import { loadSdk } from '../src/testing/sdk.ts'
import { spawnEmulator } from './spawn-emulator.ts'

const documents = 100_000

interface Figure {
  readonly name: string
  readonly ms: number
  readonly limitMs?: number
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const timed = async (count: number, act: (n: number) => unknown): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now()
    await act(n)
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

const start = async (): Promise<Figure> => {
  const times: number[] = []
  for (let n = 0; n < 6; n += 1) {
    const { child, readyMs, exited } = await spawnEmulator()
    child.kill('SIGTERM')
    await exited
    // The first may bundle the sources.
    if (n > 0) times.push(readyMs)
  }
  return { name: 'start to ready, in memory', ms: median(times), limitMs: 300 }
}

const throughSdk = async (): Promise<Figure[]> => {
  const { child, address, exited } = await spawnEmulator()
  const cloud = loadSdk('wx-server-sdk', address)
  await cloud.callFunction({ name: 'echo', data: {} })
  const warm = await timed(300, (n) => cloud.callFunction({ name: 'echo', data: { n } }))
  const orders = cloud.database().collection('orders')
  const add = await timed(300, (n) => orders.add({ data: { no: n, state: 'new', createdAt: n } }))
  child.kill('SIGTERM')
  await exited
  return [
    { name: 'warm callFunction through wx-server-sdk', ms: warm, limitMs: 2 },
    { name: 'add through wx-server-sdk', ms: add },
  ]
}

const database = async (): Promise<Figure[]> => {
  const emulator = new Emulator({ project: new URL('functions', import.meta.url).pathname, quiet: true })
  await emulator.ready()
  const { operations, collection } = emulator.context.service<DatabaseService>('database')
  const orders = collection('orders')
  const startedAt = performance.now()
  for (let n = 0; n < documents; n += 1) {
    const doc = {
      _id: `o${n}`,
      no: n,
      state: `s${n % 500}`,
      createdAt: n,
      price: { totalFen: n },
      lines: [{ sku: 'tea', quantity: 1 }],
    }
    await operations.insert(orders, [doc])
  }
  const insertMs = (performance.now() - startedAt) / documents
  const place = (n: number) => (n * 7919) % documents
  const byId = await timed(2000, (n) => operations.findTexts(orders, { query: { _id: `o${place(n)}` }, limit: 1 }))
  const byIndex = await timed(2000, (n) => operations.findTexts(orders, { query: { no: place(n) }, limit: 20 }))
  const newest = await timed(2000, (n) =>
    operations.findTexts(orders, {
      query: { state: `s${n % 500}` },
      sort: [{ field: 'createdAt', direction: -1 }],
      limit: 20,
    }),
  )
  const scan = await timed(20, () => operations.findTexts(orders, { query: { 'price.totalFen': -1 }, limit: 20 }))
  await emulator.dispose()
  return [
    { name: `insert, two indexes, each of ${documents}`, ms: insertMs },
    { name: `find by _id among ${documents}`, ms: byId, limitMs: 0.2 },
    { name: `find by unique index among ${documents}`, ms: byIndex, limitMs: 1 },
    { name: `newest 20 of one state by compound index among ${documents}`, ms: newest, limitMs: 1 },
    { name: `find without an index among ${documents}`, ms: scan },
  ]
}

/** Orders of the quick-order example: placed, paid at the cashier, acknowledged by the callback, through the real SDK. */
const paidOrders = async (): Promise<Figure> => {
  const emulator = new Emulator({ project: new URL('../examples/quick-order', import.meta.url).pathname, quiet: true })
  const address = await emulator.ready()
  const { operations, collection } = emulator.context.service<DatabaseService>('database')
  const buy = async (n: number) => {
    const order = (await emulator.call(
      'order',
      { name: '茶', totalFee: 100 + n },
      { as: `user${Math.abs(n) % 10}` },
    )) as {
      payment: { package: string }
    }
    const prepayId = order.payment.package.replace('prepay_id=', '')
    await fetch(`${address}/__emulator/pay/outcome`, {
      method: 'POST',
      body: JSON.stringify({ prepayId, action: 'pay' }),
    })
  }
  // Everything warm first: cold starts are another figure.
  await Promise.all(Array.from({ length: 8 }, (_, n) => buy(-n)))
  const count = 300
  const startedAt = performance.now()
  let next = 1
  const buyer = async () => {
    while (next <= count) await buy(next++)
  }
  await Promise.all([buyer(), buyer(), buyer(), buyer()])
  const paid = () => operations.count(collection('orders'), { payStatus: 'success' })
  while (paid() < count + 8) await new Promise((resolve) => setTimeout(resolve, 5))
  const ms = (performance.now() - startedAt) / count
  await emulator.dispose()
  return { name: `a paid order, four buyers at once: ${Math.round(60_000 / ms)} a minute`, ms, limitMs: 30 }
}

const figures = [await start(), ...(await throughSdk()), ...(await database()), await paidOrders()]
let missed = 0
for (const { name, ms, limitMs } of figures) {
  const verdict = limitMs === undefined ? '' : ms <= limitMs ? `  (limit ${limitMs})` : `  OVER THE LIMIT of ${limitMs}`
  if (limitMs !== undefined && ms > limitMs) missed += 1
  console.log(`${ms.toFixed(3).padStart(9)} ms  ${name}${verdict}`)
}
// For programs: the last line, one object.
if (process.argv.includes('--json')) console.log(JSON.stringify({ figures, missed }))
process.exitCode = missed === 0 ? 0 : 1
