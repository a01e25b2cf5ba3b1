import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateFen } from './allocate-fen.ts'
import { arbitraryFen } from './arbitrary-fen.ts'
import { fen, maxFen } from './fen.ts'

describe('dividing an amount', () => {
  it('gives what is left over to the largest remainders, and among equals to the earlier', () => {
    expect(allocateFen(fen(100), [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocateFen(fen(10), [7, 2, 2])).toEqual([6, 2, 2])
    expect(allocateFen(fen(5), [0, 3, 0, 2])).toEqual([0, 3, 0, 2])
    expect(allocateFen(fen(1), [1, 9, 9])).toEqual([0, 1, 0])
    expect(allocateFen(fen(0), [0, 0])).toEqual([0, 0])
    expect(allocateFen(fen(0), [])).toEqual([])
    expect(allocateFen(fen(maxFen), [maxFen - 1, 1])).toEqual([maxFen - 1, 1])
  })

  it('throws where nothing tells how to divide', () => {
    expect(() => allocateFen(fen(1), [])).toThrow(new RangeError('nothing to divide 1 fen by'))
    expect(() => allocateFen(fen(1), [0, 0])).toThrow(RangeError)
    expect(() => allocateFen(fen(1), [maxFen, 1])).toThrow(new RangeError(`the weights add up to ${maxFen + 1}`))
    for (const wrong of [-1, 0.5, Number.NaN])
      expect(() => allocateFen(fen(1), [1, wrong])).toThrow(`not a weight: ${wrong}`)
  })

  it('adds up to the fen, and no share is a whole fen away from its exact part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(arbitraryFen(), weights, (amount, some) => {
        const [first = 0, ...rest] = some
        const all = [first + 1, ...rest]
        const shares = allocateFen(amount, all)
        const total = all.reduce((sum, weight) => sum + weight, 0)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
        shares.forEach((share, at) => {
          const difference = BigInt(share) * BigInt(total) - BigInt(amount) * BigInt(all[at] ?? 0)
          expect(difference < BigInt(total) && difference > -BigInt(total)).toBe(true)
          if (all[at] === 0) expect(share).toBe(0)
        })
      }),
    )
  })
})
