import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { compareGivers, type GiverSum, rankGivers } from './board.ts'

const sum = (giver: string, totalFen: number, lastAtMs = 0, name?: string): GiverSum => ({
  giver,
  totalFen: fen(totalFen),
  tips: 1,
  lastAtMs,
  ...(name === undefined ? {} : { name }),
})

describe('the board', () => {
  it('gives equal sums the same place, the earlier first, and counts on after them', () => {
    const board = rankGivers([sum('c', 300, 9, '丙'), sum('a', 500, 1, '甲'), sum('b', 300, 2, '乙'), sum('d', 100, 0)])
    expect(board.map(({ place, name }) => [place, name])).toEqual([
      [1, '甲'],
      [2, '乙'],
      [2, '丙'],
      [4, undefined],
    ])
  })

  it('says the same on every server when sum and moment are equal, and keeps the nameless nameless', () => {
    const board = rankGivers([sum('b', 5, 1, '乙'), sum('a', 5, 1, '甲'), sum('c', 5, 1)])
    expect(board).toEqual([
      { place: 1, name: '甲', totalFen: 5, tips: 1 },
      { place: 1, name: '乙', totalFen: 5, tips: 1 },
      { place: 1, totalFen: 5, tips: 1 },
    ])
    expect(board[2]).not.toHaveProperty('name')
    expect(compareGivers(sum('a', 5), sum('b', 5))).toBe(-1)
    expect(compareGivers(sum('b', 5), sum('a', 5))).toBe(1)
    expect(compareGivers(sum('a', 5), sum('a', 5))).toBe(0)
  })

  it('does not show what went back', () => {
    expect(rankGivers([sum('a', 0), sum('b', 1)])).toHaveLength(1)
  })

  it('is the same whatever order the sums come in, never rises, and loses no fen', () => {
    const arbitrary = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(5), fc.nat(3)), { selector: ([giver]) => giver })
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const sums = rows.map(([giver, totalFen, atMs]) => sum(giver, totalFen, atMs, giver))
        const board = rankGivers(sums)
        expect(rankGivers([...sums].reverse())).toEqual(board)
        for (const [at, { place, totalFen }] of board.entries()) {
          expect(totalFen).toBeLessThanOrEqual(board[at - 1]?.totalFen ?? Number.POSITIVE_INFINITY)
          expect(place).toBe(1 + sums.filter((other) => other.totalFen > totalFen).length)
        }
        const total = (all: readonly { totalFen: number }[]) => all.reduce((part, one) => part + one.totalFen, 0)
        expect(total(board)).toBe(total(sums))
      }),
    )
  })
})
