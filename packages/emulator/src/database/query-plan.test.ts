import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryJournal } from '../journal/journal.ts'
import type { IndexSpec } from '../project/project-file.ts'
import { createOperations, type Operations } from './operations.ts'
import { planScan } from './query-plan.ts'
import { sortValue } from './sort.ts'
import { createStore } from './store.ts'
import type { Doc, Value } from './values.ts'

const index = (name: string, ...keys: IndexSpec['keys'][number][]): IndexSpec => ({ name, unique: false, keys })
const indexes = [
  index('a', { field: 'a', direction: 1 }),
  index('b down, c', { field: 'b', direction: -1 }, { field: 'c', direction: 1 }),
  index('a, d.e down', { field: 'a', direction: 1 }, { field: 'd.e', direction: -1 }),
]

const open = (specs: readonly IndexSpec[]) => {
  const store = createStore(memoryJournal())
  store.applySpecs([{ name: 'c', permission: 'ADMINONLY', indexes: specs }])
  return { store, collection: store.collection('c'), operations: createOperations(store, () => 0) }
}

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('x', 'y', null, true, 2.5),
  fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
)
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ e: scalar }),
)
const doc: fc.Arbitrary<Doc> = fc.record(
  { a: value, b: value, c: value, d: fc.record({ e: value }) },
  { requiredKeys: [] },
)
/** Without lists an index is in one order, which a query may follow. */
const flat: fc.Arbitrary<Doc> = fc.record(
  { a: scalar, b: scalar, c: scalar, d: fc.record({ e: scalar }) },
  { requiredKeys: [] },
)
const some = (one: fc.Arbitrary<Doc>) => fc.array(one, { maxLength: 25, size: 'max' })
const demand: fc.Arbitrary<Value> = fc.oneof(
  value,
  scalar.map(($gt) => ({ $gt })),
  scalar.map(($gte) => ({ $gte })),
  fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })),
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
)
const query = fc.record({ a: demand, b: demand, c: demand, 'd.e': demand }, { requiredKeys: [] })
const sort = fc
  .array(fc.record({ field: fc.constantFrom('a', 'b', 'c', 'd.e'), direction: fc.constantFrom<1 | -1>(1, -1) }), {
    maxLength: 2,
  })
  .map((keys) => keys.filter((key, at) => keys.findIndex(({ field }) => field === key.field) === at))

const fill = (operations: Operations, collection: ReturnType<typeof open>['collection'], docs: readonly Doc[]) =>
  operations.insert(
    collection,
    docs.map((one, n) => ({ _id: `d${n}`, ...one })),
  )

describe('an index', () => {
  it('is chosen by equality, range and order', () => {
    const { collection } = open(indexes)
    const chosen = (given: Doc, field?: string) =>
      planScan(given, collection.indexes, field === undefined ? [] : [{ field, direction: 1 }])?.index.spec.name
    expect(chosen({ a: 1 })).toBe('a')
    expect(chosen({ a: 1, 'd.e': { $gt: 2 } })).toBe('a, d.e down')
    expect(chosen({ b: 'x' }, 'c')).toBe('b down, c')
    expect(chosen({ c: 1 })).toBeUndefined()
    expect(chosen({}, 'b')).toBe('b down, c')
  })

  it('finds an array of which one element is above a bound and another below', async () => {
    const { operations, collection } = open(indexes)
    await fill(operations, collection, [{ b: [0, 2] }])
    expect(operations.find(collection, { query: { b: { $gte: 1, $lt: 1 } } })).toHaveLength(1)
  })

  it('law: never changes what a query finds, nor its order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(some(doc), some(flat)),
        query,
        sort,
        fc.nat(3),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        async (docs, wanted, order, skip, limit) => {
          const [plain, indexed] = [open([]), open(indexes)]
          await fill(plain.operations, plain.collection, docs)
          await fill(indexed.operations, indexed.collection, docs)
          const find = { query: wanted as Doc, sort: order, skip, ...(limit === undefined ? {} : { limit }) }
          const [found, expected] = [indexed, plain].map(({ operations, collection }) =>
            operations.find(collection, find),
          )
          // What is equal by the order may come in any.
          const keysOf = (one: Doc) => order.map(({ field, direction }) => sortValue(one, field, direction) ?? null)
          expect(found?.map(keysOf)).toEqual(expected?.map(keysOf))
          const ids = (docs: readonly Doc[] | undefined) => docs?.map(({ _id }) => String(_id)).sort()
          if (limit === undefined && skip === 0) expect(ids(found)).toEqual(ids(expected))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('law: follows every write and removal', async () => {
    const write = fc.record({ id: fc.nat(6), doc: fc.option(doc, { nil: undefined }) })
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 30, size: 'max' }), query, async (writes, wanted) => {
        const [plain, indexed] = [open([]), open(indexes)]
        for (const { id, doc: given } of writes)
          for (const { operations, collection } of [plain, indexed]) {
            if (given === undefined) await operations.remove(collection, { _id: id }, false)
            else await operations.replace(collection, { _id: id }, given, true)
          }
        const find = { query: wanted as Doc, sort: [{ field: '_id', direction: 1 as const }] }
        expect(indexed.operations.find(indexed.collection, find)).toEqual(plain.operations.find(plain.collection, find))
      }),
      { numRuns: 200 },
    )
  })
})
