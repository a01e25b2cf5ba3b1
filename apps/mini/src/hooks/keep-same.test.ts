import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from './keep-same.ts'

test('what has not changed stays the same object, whatever the clock says', () => {
  const before = [
    { no: 'a', state: 'paid', nowMs: 1 },
    { no: 'b', state: 'unpaid', nowMs: 1 },
  ]
  const after = keepSame(before, [
    { no: 'c', state: 'unpaid', nowMs: 2 },
    { no: 'a', state: 'paid', nowMs: 2 },
    { no: 'b', state: 'paid', nowMs: 2 },
  ])
  expect(after.map(({ no }) => no)).toEqual(['c', 'a', 'b'])
  expect(after[1]).toBe(before[0])
  expect(after[2]).toEqual({ no: 'b', state: 'paid', nowMs: 2 })
})

test('law: the answer is what was read, but for the clock', () => {
  const list = fc.array(fc.record({ no: fc.nat(5), state: fc.nat(2) }))
  fc.assert(
    fc.property(list, list, (before, after) => {
      expect(keepSame(before, after)).toEqual(after)
    }),
  )
})
