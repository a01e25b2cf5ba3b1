import { beforeEach, describe, expect, test } from 'vitest'
import type { HoldStore } from '../ports/hold-store.ts'
import { noonMs } from './sample-orders.ts'

/** What every store of held things has to do. `makeStore` gives an empty one. */
export const holdStoreContract = ({ makeStore }: { makeStore: () => Promise<HoldStore> | HoldStore }) => {
  let store: HoldStore
  const id = 'cup-green'
  const level = async () => (await store.levels([id])).get(id)
  const claim = (name: string, quantity = 1) => ({ claim: name, quantity })
  beforeEach(async () => {
    store = await makeStore()
    await store.insert(id, 3)
  })

  describe('a store of held things', () => {
    test('holds what is there, once per claim', async () => {
      expect(await store.reserve(id, claim('a', 2), noonMs)).toEqual({ kind: 'reserved' })
      expect(await store.reserve(id, claim('a', 2), noonMs)).toEqual({ kind: 'reserved' })
      expect(await level()).toBe(1)
      expect(await store.reserve(id, claim('b', 2), noonMs)).toEqual({ kind: 'short', available: 1 })
      expect(await store.reserve('nothing', claim('b'), noonMs)).toEqual({ kind: 'short', available: 0 })
    })

    test('a release gives back once, and a reserve that comes later holds nothing', async () => {
      await store.reserve(id, claim('a', 2), noonMs)
      for (let i = 0; i < 3; i++) await store.release(id, claim('a', 2), noonMs)
      expect(await level()).toBe(3)
      expect(await store.reserve(id, claim('a', 2), noonMs)).toEqual({ kind: 'over', available: 3 })
    })

    test('a release that comes before its reserve bars it', async () => {
      await store.release(id, claim('a', 2), noonMs)
      expect(await store.reserve(id, claim('a', 2), noonMs)).toEqual({ kind: 'over', available: 3 })
      expect(await level()).toBe(3)
    })

    test('what is committed is gone, whatever is released later', async () => {
      await store.reserve(id, claim('a', 2), noonMs)
      for (let i = 0; i < 3; i++) expect(await store.commit(id, claim('a', 2), noonMs)).toBe('committed')
      await store.release(id, claim('a', 2), noonMs)
      expect(await level()).toBe(1)
      expect(await store.commit(id, claim('b'), noonMs)).toBe('missing')
    })

    test('parts come back, each once, never more than was sold', async () => {
      await store.reserve(id, claim('a', 2), noonMs)
      expect(await store.takeBack(id, { ...claim('a'), part: 'as1' }, noonMs)).toBe('notCommitted')
      await store.commit(id, claim('a', 2), noonMs)
      for (let i = 0; i < 2; i++) expect(await store.takeBack(id, { ...claim('a'), part: 'as1' }, noonMs)).toBe('back')
      expect(await level()).toBe(2)
      expect(await store.takeBack(id, { ...claim('a', 2), part: 'as2' }, noonMs)).toBe('tooMany')
    })

    test('what is added counts once per key, and makes the document when there is none', async () => {
      for (let i = 0; i < 3; i++) expect(await store.add(id, 4, 'delivery-1', noonMs)).toBe(7)
      expect(await store.add(id, -9, 'count-1', noonMs)).toBe(0)
      expect(await store.add('plate', 5, 'delivery-2', noonMs)).toBe(5)
      expect(await store.insert('plate', 1)).toBe('exists')
    })

    test('50 buyers, 3 pieces: 3 have one each', async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => store.reserve(id, claim(`o${n}`), noonMs)))
      expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(3)
      expect(await level()).toBe(0)
    })

    test('two withdrawals of one balance: one of them', async () => {
      await store.insert('balance', 1_000)
      const asked = [claim('w1', 700), claim('w2', 700)]
      const answers = await Promise.all(asked.map((one) => store.reserve('balance', one, noonMs)))
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['reserved', 'short'])
      expect((await store.levels(['balance'])).get('balance')).toBe(300)
    })

    test('the same claim from many sides at once holds once', async () => {
      await Promise.all(Array.from({ length: 10 }, () => store.reserve(id, claim('a', 2), noonMs)))
      expect(await level()).toBe(1)
      await Promise.all(Array.from({ length: 10 }, () => store.release(id, claim('a', 2), noonMs)))
      expect(await level()).toBe(3)
    })

    test('is tidied: old ended claims are forgotten, if nobody changed it meanwhile', async () => {
      await store.reserve(id, claim('a'), noonMs)
      await store.commit(id, claim('a'), noonMs)
      await store.add(id, 1, 'delivery', noonMs)
      expect((await store.withHoldsBefore(noonMs, { limit: 5 })).items).toEqual([])
      const [seen] = (await store.withHoldsBefore(noonMs + 1, { limit: 5 })).items
      if (seen === undefined) throw new Error('nothing to tidy')
      expect(seen).toMatchObject({
        id,
        available: 3,
        holds: { a: { state: 'committed' } },
        added: { delivery: noonMs },
      })
      await store.reserve(id, claim('b'), noonMs + 10)
      expect(await store.forget(seen, ['a'], ['delivery'])).toBe(false)
      const [now] = (await store.withHoldsBefore(noonMs + 1, { limit: 5 })).items
      expect(now !== undefined && (await store.forget(now, ['a'], ['delivery']))).toBe(true)
      expect((await store.withHoldsBefore(noonMs + 1, { limit: 5 })).items).toEqual([])
      const [left] = (await store.withHoldsBefore(noonMs + 11, { limit: 5 })).items
      expect(Object.keys(left?.holds ?? {})).toEqual(['b'])
      expect(left?.added).toEqual({})
    })
  })
}
