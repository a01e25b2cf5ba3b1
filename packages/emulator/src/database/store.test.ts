import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Journal } from '../journal/journal.ts'
import type { CollectionSpec } from '../project/project-file.ts'
import { createOperations } from './operations.ts'
import { createStore } from './store.ts'
import type { Transaction } from './transaction.ts'
import type { Doc } from './values.ts'

const keptIn = (records: unknown[]): Journal => ({
  replay: () => structuredClone(records),
  append: (record) => void records.push(structuredClone(record)),
  rewrite: (all) => void records.splice(0, records.length, ...all),
  close: () => {},
})

const spec: CollectionSpec = {
  name: 'c',
  permission: 'ADMINONLY',
  indexes: [{ name: 'by_no', unique: true, keys: [{ field: 'no', direction: 1 }] }],
}

const open = (records: unknown[] = []) => {
  const store = createStore(keptIn(records))
  store.load()
  store.applySpecs([spec])
  return { store, c: store.collection('c'), ops: createOperations(store, () => 0), records }
}

const everything = ({ ops, c }: ReturnType<typeof open>) =>
  ops.find(c, { query: {}, sort: [{ field: '_id', direction: 1 }] })

describe('a unique index', () => {
  it('refuses a second document, and lets the key go with its document', async () => {
    const { ops, c } = open()
    await ops.insert(c, [{ _id: 1, no: 'x' }])
    await expect(ops.insert(c, [{ _id: 2, no: 'x' }])).rejects.toThrow(/E11000 .* index: by_no/)
    await ops.remove(c, { _id: 1 }, false)
    await ops.insert(c, [{ _id: 2, no: 'x' }])
    await expect(
      ops.update(c, { _id: 2 }, { $set: { no: 'x' } }, { multi: false, upsert: false }),
    ).resolves.toMatchObject({ modified: 0 })
  })

  it('counts a missing field as null: one document may lack it', async () => {
    const { ops, c } = open()
    await ops.insert(c, [{ _id: 1 }])
    await expect(ops.insert(c, [{ _id: 2 }])).rejects.toThrow(/E11000/)
    await expect(ops.insert(c, [{ _id: 3, no: null }])).rejects.toThrow(/E11000/)
  })

  it('is reserved by an open transaction: plain writes wait, other transactions conflict', async () => {
    const { store, ops, c } = open()
    const one = store.begin('1', undefined)
    await ops.insert(c, [{ _id: 1, no: 'x' }], one)
    const two = store.begin('2', undefined)
    await expect(ops.insert(c, [{ _id: 2, no: 'x' }], two)).rejects.toThrow(/TransactionConflict/)
    let outcome = 'waiting'
    const plain = ops.insert(c, [{ _id: 3, no: 'x' }]).then(
      () => (outcome = 'inserted'),
      () => (outcome = 'duplicate'),
    )
    await Promise.resolve()
    expect(outcome).toBe('waiting')
    store.abort(one)
    await plain
    expect(outcome).toBe('inserted')
  })

  it('lets one transaction pass a key from one document to another', async () => {
    const world = open()
    const { store, ops, c } = world
    await ops.insert(c, [{ _id: 1, no: 'x' }])
    const t = store.begin('1', undefined)
    await ops.remove(c, { _id: 1 }, false, t)
    await ops.insert(c, [{ _id: 2, no: 'x' }], t)
    store.commit(t)
    expect(everything(world)).toEqual([{ _id: 2, no: 'x' }])
  })
})

describe('the store', () => {
  it('is after a restart what it was, transactions whole', async () => {
    const world = open()
    const { store, ops, c, records } = world
    await ops.insert(c, [{ _id: 'a', no: 1, at: new Date(5), long: 2n ** 60n }])
    const t = store.begin('1', undefined)
    await ops.insert(c, [{ _id: 'b', no: 2 }], t)
    await ops.remove(c, { _id: 'a' }, false, t)
    expect(everything(open(records))).toHaveLength(1)
    store.commit(t)
    expect(records.at(-1)).toMatchObject({
      writes: [
        ['c', 'sb', expect.any(String)],
        ['c', 'sa', null],
      ],
    })
    expect(everything(open(records))).toEqual(everything(world))
  })

  it('forgets old versions once nobody can look back', async () => {
    const { store, ops, c } = open()
    await ops.insert(c, [{ _id: 'a', no: 1, v: 0 }])
    const t = store.begin('1', undefined)
    store.read(c, 'sa', t)
    for (let v = 1; v < 5; v += 1) await ops.update(c, { _id: 'a' }, { $set: { v } }, { multi: false, upsert: false })
    await ops.insert(c, [{ _id: 'b', no: 2 }])
    await ops.remove(c, { _id: 'b' }, false)
    expect(store.read(c, 'sa', t)).toMatchObject({ v: 0 })
    store.commit(t)
    expect(c.versions.get('sa')?.older).toBeUndefined()
    expect([...c.versions.keys()]).toEqual(['sa'])
  })

  it('law: transactions see their snapshot and own writes; first updater wins; nothing else is ever seen', async () => {
    const step = fc.record({
      who: fc.nat(3),
      id: fc.nat(2),
      act: fc.constantFrom('read', 'write', 'remove', 'commit', 'abort'),
      n: fc.nat(9),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), async (steps) => {
        const { store, ops, c } = open()
        /** The model: what is committed, and per open transaction a copy of the world and what it wrote. */
        let committed = new Map<number, number>()
        let commits: { at: number; id: number }[] = []
        const txs = new Map<
          number,
          { t: Transaction; base: Map<number, number> | undefined; own: Map<number, number | undefined>; from: number }
        >()
        let time = 0
        for (const { who, id, act, n } of steps) {
          if (who === 0) continue
          const tx = txs.get(who) ?? {
            t: store.begin(`${who} ${time}`, undefined),
            base: undefined,
            own: new Map(),
            from: 0,
          }
          txs.set(who, tx)
          time += 1
          if (act === 'commit' || act === 'abort') {
            if (act === 'commit') {
              store.commit(tx.t)
              committed = new Map(committed)
              for (const [key, v] of tx.own) {
                if (v === undefined) committed.delete(key)
                else committed.set(key, v)
                commits.push({ at: time, id: key })
              }
            } else store.abort(tx.t)
            txs.delete(who)
            continue
          }
          if (tx.base === undefined) {
            tx.base = committed
            tx.from = time
          }
          const seen = tx.own.has(id) ? tx.own.get(id) : tx.base.get(id)
          if (act === 'read') {
            expect((store.read(c, `j${id}`, tx.t) as Doc | undefined)?.v).toBe(seen)
            continue
          }
          if (act === 'remove' && seen === undefined) {
            expect(await ops.remove(c, { _id: id }, false, tx.t)).toBe(0)
            continue
          }
          const held = [...txs.values()].some((other) => other !== tx && other.own.has(id))
          const late = commits.some((commit) => commit.id === id && commit.at > tx.from)
          const attempt =
            act === 'write'
              ? ops.replace(c, { _id: id }, { v: n, no: id }, true, tx.t)
              : ops.remove(c, { _id: id }, false, tx.t)
          if (held || late) {
            await expect(attempt).rejects.toThrow(/TransactionConflict|E11000/)
            if (tx.t.state === 'open') store.abort(tx.t)
            txs.delete(who)
          } else {
            await attempt
            tx.own.set(id, act === 'write' ? n : undefined)
          }
        }
        commits = []
        const rows = new Map(ops.find(c, { query: {} }).map((doc) => [doc._id, doc.v]))
        expect(rows).toEqual(committed)
      }),
      { numRuns: 300 },
    )
  })
})
