// Kills the emulator with SIGKILL at random moments under load and looks for what it had acknowledged:
// pnpm --filter @pay/emulator kill-9 [rounds] [seed]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { admin, spawnEmulator } from './spawn-emulator.ts'

const rounds = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const writers = 8
const data = mkdtempSync(join(tmpdir(), 'kill-9-'))

/** A small generator (mulberry32), so that a run can be repeated by its seed. */
let state = seed
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** Acknowledged: id → the counter that was confirmed last. */
const inserted = new Map<string, number>()
const pairs = new Set<number>()
let serial = 0
let transactions = 0

const writeForever = async (address: string) => {
  for (;;) {
    const n = serial++
    if (n % 5 === 4) await writePair(address, n)
    else await writeOne(address, n)
  }
}

const writeOne = async (address: string, n: number) => {
  const id = `d${n}`
  const padding = 'x'.repeat(Math.floor(random() * 2000))
  await must(
    admin(address, {
      action: 'database.insertDocument',
      collectionName: 'orders',
      data: [JSON.stringify({ _id: id, no: n, v: 0, padding })],
    }),
  )
  inserted.set(id, 0)
  const query = JSON.stringify({ _id: id })
  await must(
    admin(address, {
      action: 'database.modifyDocument',
      collectionName: 'orders',
      queryType: 'DOC',
      query,
      data: '{"$inc":{"v":1}}',
      merge: true,
    }),
  )
  inserted.set(id, 1)
}

/** Two documents in one transaction: there together, or not at all. */
const writePair = async (address: string, n: number) => {
  const { transactionId } = await must(admin(address, { action: 'database.startTransaction' }))
  for (const side of ['a', 'b'])
    await must(
      admin(address, {
        action: 'database.insertDocument',
        collectionName: 'pairs',
        transactionId,
        data: [JSON.stringify({ _id: `${side}${n}`, n, side, padding: 'y'.repeat(Math.floor(random() * 5000)) })],
      }),
    )
  await must(admin(address, { action: 'database.commitTransaction', transactionId }))
  pairs.add(n)
  transactions += 1
}

const must = async (answer: Promise<Record<string, unknown>>) => {
  const given = await answer
  if (given.code !== undefined) throw new Error(`${String(given.code)}: ${String(given.message)}`)
  return given
}

const all = async (address: string, collection: string): Promise<Record<string, unknown>[]> => {
  const found: Record<string, unknown>[] = []
  for (let skip = 0; ; skip += 1000) {
    const page = await fetch(`${address}/__emulator/database/${collection}?limit=1000&skip=${skip}`)
    const { list } = (await page.json()) as { list: Record<string, unknown>[] }
    found.push(...list)
    if (list.length < 1000) return found
  }
}

const verify = async (address: string) => {
  const problems: string[] = []
  const there = new Map((await all(address, 'orders')).map((doc) => [String(doc._id), doc]))
  for (const [id, v] of inserted) {
    const doc = there.get(id)
    if (doc === undefined) problems.push(`${id} was acknowledged and is lost`)
    else if (Number(doc.v) < v) problems.push(`${id}: the acknowledged update is lost`)
    else if (typeof doc.padding !== 'string' || doc.no === undefined) problems.push(`${id} is half a document`)
  }
  const sides = new Set((await all(address, 'pairs')).map((doc) => String(doc._id)))
  for (const n of pairs)
    if (!sides.has(`a${n}`) || !sides.has(`b${n}`)) problems.push(`pair ${n} was committed and is lost`)
  for (const id of sides) {
    const other = `${id.startsWith('a') ? 'b' : 'a'}${id.slice(1)}`
    if (!sides.has(other)) problems.push(`half a transaction: ${id} without ${other}`)
  }
  return problems
}

console.log(`kill -9, ${rounds} rounds, seed ${seed}`)
let problems: string[] = []
for (let round = 1; round <= rounds && problems.length === 0; round += 1) {
  const { child, address, exited } = await spawnEmulator('--data-dir', data)
  problems = await verify(address)
  const failures = Array.from({ length: writers }, () => writeForever(address).catch((error: Error) => error.message))
  await new Promise((resolve) => setTimeout(resolve, 20 + random() * 400))
  child.kill('SIGKILL')
  await exited
  const refusals = (await Promise.all(failures)).filter(
    (message) => !/fetch failed|terminated|other side closed/.test(message),
  )
  problems.push(...refusals)
  if (round % 20 === 0)
    console.log(`round ${round}: ${inserted.size} documents, ${transactions} transactions acknowledged`)
}
const { child, address, exited } = await spawnEmulator('--data-dir', data)
problems.push(...(await verify(address)))
child.kill('SIGTERM')
await exited
rmSync(data, { recursive: true, force: true })
for (const problem of problems.slice(0, 20)) console.error(problem)
console.log(
  `${problems.length} problems after ${rounds} kills, ${inserted.size} documents, ${transactions} transactions`,
)
process.exitCode = problems.length === 0 ? 0 : 1
