import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryFen } from './arbitrary-fen.ts'
import { lesserFen, multiplyFen, subtractFen, sumFen } from './calculate.ts'
import { fen, maxFen } from './fen.ts'

describe('arithmetic on money', () => {
  it('adds up, takes away, multiplies', () => {
    expect(sumFen([])).toBe(0)
    expect(sumFen([fen(1), fen(20), fen(300)])).toBe(321)
    expect(subtractFen(fen(300), fen(1))).toBe(299)
    expect(multiplyFen(fen(1990), 3)).toBe(5970)
    expect(Object.is(multiplyFen(fen(1990), -0), 0)).toBe(true)
    expect([lesserFen(fen(1), fen(2)), lesserFen(fen(2), fen(1)), lesserFen(fen(2), fen(2))]).toEqual([1, 1, 2])
  })

  it('throws where the result is no amount: a bug, not a refusal', () => {
    expect(() => sumFen([fen(maxFen), fen(1)])).toThrow(RangeError)
    expect(() => subtractFen(fen(1), fen(2))).toThrow(RangeError)
    expect(() => multiplyFen(fen(maxFen), 2)).toThrow(RangeError)
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => multiplyFen(fen(0), wrong)).toThrow(new RangeError(`not a whole number of times: ${wrong}`))
  })

  it('takes away what it added, and multiplies as it adds', () => {
    fc.assert(
      fc.property(arbitraryFen(1_000_000), arbitraryFen(1_000_000), fc.integer({ min: 0, max: 99 }), (a, b, times) => {
        expect(subtractFen(sumFen([a, b]), b)).toBe(a)
        expect(sumFen([a, b])).toBe(sumFen([b, a]))
        expect(multiplyFen(a, times)).toBe(sumFen(Array.from({ length: times }, () => a)))
        expect(lesserFen(a, b)).toBe(Math.min(a, b))
      }),
    )
  })
})
