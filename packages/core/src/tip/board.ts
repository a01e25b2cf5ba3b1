import type { Fen } from '../money/fen.ts'

/** One giver's place among those who gave to a creator. */
export interface Leader {
  /** 1 is the first. Equal sums share a place, and the next one counts on: 1, 2, 2, 4. */
  readonly place: number
  /** Absent: anonymous. */
  readonly name?: string
  readonly totalFen: Fen
  readonly tips: number
}

/** What one giver has given to one creator under one face: their name, or none. */
export interface GiverSum {
  /** Tells givers apart and leads to nobody. An anonymous face of the same person has another one. */
  readonly giver: string
  readonly name?: string
  readonly totalFen: Fen
  readonly tips: number
  /** When the last tip that counts was given. */
  readonly lastAtMs: number
}

/** The higher sum first; among equals who reached it earlier, then by name of the key so that every server says the same. */
export const compareGivers = (a: GiverSum, b: GiverSum): number =>
  b.totalFen - a.totalFen || a.lastAtMs - b.lastAtMs || (a.giver < b.giver ? -1 : a.giver > b.giver ? 1 : 0)

/** The board of a creator. Sums of nothing are not on it: a refund leaves the board. */
export const rankGivers = (sums: readonly GiverSum[]): readonly Leader[] => {
  const sorted = sums.filter(({ totalFen }) => totalFen > 0).sort(compareGivers)
  let place = 0
  return sorted.map(({ name, totalFen, tips }, at) => {
    if (sorted[at - 1]?.totalFen !== totalFen) place = at + 1
    return { place, totalFen, tips, ...(name === undefined ? {} : { name }) }
  })
}
