import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryFen } from './arbitrary-fen.ts'
import { fen, maxFen } from './fen.ts'
import { percentageOfFen, type Rounding } from './percentage-of-fen.ts'

const roundings: readonly Rounding[] = ['down', 'up', 'halfUp', 'halfEven']
const share = (amount: number, basisPoints: number) =>
  roundings.map((rounding) => percentageOfFen(fen(amount), basisPoints, rounding))

describe('a percentage', () => {
  it('is rounded as it is told: down, up, half up, half to the even fen', () => {
    expect(share(1000, 1000)).toEqual([100, 100, 100, 100])
    expect(share(101, 100)).toEqual([1, 2, 1, 1])
    expect(share(150, 100)).toEqual([1, 2, 2, 2])
    expect(share(250, 100)).toEqual([2, 3, 3, 2])
    expect(share(251, 100)).toEqual([2, 3, 3, 3])
    expect(share(199, 100)).toEqual([1, 2, 2, 2])
    expect(share(maxFen, 10_000)).toEqual([maxFen, maxFen, maxFen, maxFen])
    expect(share(maxFen, 0)).toEqual([0, 0, 0, 0])
  })

  it('throws on what is no share', () => {
    for (const wrong of [-1, 10_001, 0.5, Number.NaN])
      expect(() => percentageOfFen(fen(1), wrong, 'down')).toThrow(`not a share in basis points: ${wrong}`)
  })

  it('and the rest make the whole, when one rounds down and the other up', () => {
    fc.assert(
      fc.property(arbitraryFen(), fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const down = percentageOfFen(amount, basisPoints, 'down')
        const up = percentageOfFen(amount, basisPoints, 'up')
        expect(down + percentageOfFen(amount, 10_000 - basisPoints, 'up')).toBe(amount)
        for (const rounding of roundings) {
          const rounded = percentageOfFen(amount, basisPoints, rounding)
          expect(rounded === down || rounded === up).toBe(true)
        }
        expect(up - down).toBe((BigInt(amount) * BigInt(basisPoints)) % 10_000n === 0n ? 0 : 1)
      }),
    )
  })
})
