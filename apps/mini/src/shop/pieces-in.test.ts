import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesIn } from './pieces-in.ts'

test('pieces come in and go missing; what is no number changes nothing', () => {
  expect(piecesIn(' +12 ')).toBe(12)
  expect(piecesIn('−3')).toBe(-3)
  for (const typed of ['', '0', '-0', '1.5', '1e3', '100000', '十', '--1']) expect(piecesIn(typed)).toBeUndefined()
})

test('law: a whole number of up to five digits is read as it is', () => {
  const pieces = fc.integer({ min: -99_999, max: 99_999 }).filter((one) => one !== 0)
  fc.assert(
    fc.property(pieces, (one) => {
      expect(piecesIn(String(one))).toBe(one)
    }),
  )
})
