import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxFen } from './fen.ts'
import { multiplyDivide } from './multiply-divide.ts'

describe('a × b ÷ c', () => {
  it('is exact where the product is not', () => {
    expect(multiplyDivide(maxFen, maxFen, maxFen)).toEqual({ quotient: maxFen, remainder: 0 })
    expect(multiplyDivide(7, 5, 3)).toEqual({ quotient: 11, remainder: 2 })
    expect(multiplyDivide(0, maxFen, 1)).toEqual({ quotient: 0, remainder: 0 })
  })

  it('agrees with BigInt for every amount that money can have', () => {
    const amount = fc.integer({ min: 0, max: maxFen })
    const divisor = fc.integer({ min: 1, max: maxFen })
    fc.assert(
      fc.property(amount, amount, divisor, (a, some, c) => {
        const b = some % (c + 1)
        const product = BigInt(a) * BigInt(b)
        expect(multiplyDivide(a, b, c)).toEqual({
          quotient: Number(product / BigInt(c)),
          remainder: Number(product % BigInt(c)),
        })
      }),
      { numRuns: 5_000 },
    )
  })
})
