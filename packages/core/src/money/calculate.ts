import { type Fen, fen, zeroFen } from './fen.ts'

/** All arithmetic on money stays among whole fen; a result below 0 or over `maxFen` throws a RangeError. */
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total: Fen = zeroFen
  for (const amount of amounts) total = fen(total + amount)
  return total
}

/** `times` is a whole number, 0 or more. */
export const multiplyFen = (amount: Fen, times: number): Fen => {
  if (!Number.isSafeInteger(times) || times < 0) throw new RangeError(`not a whole number of times: ${times}`)
  return fen(amount * times + 0)
}

/** Throws when it would go below 0: ask first, or take `lesserFen` of the two. */
export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)

export const lesserFen = (one: Fen, other: Fen): Fen => Math.min(one, other) as Fen
