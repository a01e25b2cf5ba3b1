import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAgain } from './read-again.ts'

const list = (length: number, perPage: number, lostAt?: number) => {
  let asked = 0
  return {
    asked: () => asked,
    ask: async (cursor = '0') => {
      if (asked++ === lostAt) return { ok: false, error: { code: 'NO_ANSWER' } } as never
      const from = Number(cursor)
      const items = Array.from({ length: Math.min(perPage, length - from) }, (_, at) => from + at)
      const next = from + perPage
      return { ok: true, data: { items, ...(next < length && { cursor: String(next) }) } } as const
    },
  }
}

test('a list of which 45 are shown is read up to its third page', async () => {
  const orders = list(200, 20)
  const again = await readAgain(orders.ask, 45)
  expect(again?.items).toHaveLength(60)
  expect(again?.cursor).toBe('60')
  expect(orders.asked()).toBe(3)
})

test('one lost answer, and nothing of it counts', async () => {
  expect(await readAgain(list(200, 20, 1).ask, 45)).toBeUndefined()
})

test('law: no item is left out or read twice, and no page too many is asked for', async () => {
  const sizes = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }), fc.nat(70))
  await fc.assert(
    fc.asyncProperty(sizes, async ([length, perPage, least]) => {
      const orders = list(length, perPage)
      const again = await readAgain(orders.ask, least)
      const items = again?.items ?? []
      expect(items).toEqual(Array.from({ length: items.length }, (_, at) => at))
      expect(items.length).toBeGreaterThanOrEqual(Math.min(length, least))
      expect(items.length).toBeLessThan(Math.max(1, least) + perPage)
    }),
  )
})
