import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, isFen, maxFen } from './fen.ts'

describe('fen', () => {
  it('is a whole number of fen from 0 to 999,999,999.99 yuan', () => {
    expect(fen(0)).toBe(0)
    expect(fen(maxFen)).toBe(99_999_999_999)
    for (const wrong of [
      -1,
      -0,
      0.1,
      28.999999999999996,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      maxFen + 1,
      2 ** 53,
      1e21,
    ])
      expect(() => fen(wrong), String(wrong)).toThrow(new RangeError(`not an amount in fen: ${wrong}`))
  })

  it('is told from everything that only looks like it', () => {
    for (const wrong of ['1', null, undefined, true, {}, [1], 1n, { valueOf: () => 1 }])
      expect(isFen(wrong)).toBe(false)
    fc.assert(fc.property(fc.integer({ min: 0, max: maxFen }), (whole) => isFen(whole)))
    fc.assert(
      fc.property(
        fc.double().filter((one) => !Number.isInteger(one)),
        (part) => !isFen(part),
      ),
    )
  })
})
