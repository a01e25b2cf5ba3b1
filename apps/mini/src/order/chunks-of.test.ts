import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf } from './chunks-of.ts'

test('a list that grew keeps its full pieces', () => {
  const items = Array.from({ length: 25 }, (_, at) => ({ at }))
  const before = chunksOf(items.slice(0, 20), 10)
  const after = chunksOf(items, 10)
  expect(after.map(({ length }) => length)).toEqual([10, 10, 5])
  expect(after[0]).toBe(before[0])
  expect(after[1]).toBe(before[1])
})

test('a piece with another item in it is another piece', () => {
  const items = Array.from({ length: 10 }, (_, at) => ({ at }))
  const [before] = chunksOf(items, 10)
  const [after] = chunksOf([...items.slice(0, 9), { at: 9 }], 10)
  expect(after).not.toBe(before)
})

test('law: the pieces together are the list, and all but the last are full', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat() })), fc.integer({ min: 1, max: 7 }), (items, size) => {
      const chunks = chunksOf(items, size)
      expect(chunks.flat()).toEqual(items)
      expect(chunks.slice(0, -1).every(({ length }) => length === size)).toBe(true)
    }),
  )
})
