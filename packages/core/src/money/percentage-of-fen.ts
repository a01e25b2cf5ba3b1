import { type Fen, fen } from './fen.ts'
import { multiplyDivide } from './multiply-divide.ts'

/** What happens to a part of a fen. Whoever takes a share of somebody's money rounds down. */
export type Rounding = 'down' | 'up' | 'halfUp' | 'halfEven'

/** A share in basis points: 1 is 0.01 %, 10,000 is all of it. */
export const percentageOfFen = (amount: Fen, basisPoints: number, rounding: Rounding): Fen => {
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0 || basisPoints > wholeInBasisPoints)
    throw new RangeError(`not a share in basis points: ${basisPoints}`)
  const { quotient, remainder } = multiplyDivide(amount, basisPoints, wholeInBasisPoints)
  return fen(quotient + extraFen[rounding](remainder, quotient))
}

const wholeInBasisPoints = 10_000
const half = wholeInBasisPoints / 2

/** 1 when the part of a fen makes a whole one, else 0. */
const extraFen: Record<Rounding, (remainder: number, quotient: number) => number> = {
  down: () => 0,
  up: (remainder) => Number(remainder > 0),
  halfUp: (remainder) => Number(remainder >= half),
  halfEven: (remainder, quotient) => Number(remainder > half || (remainder === half && quotient % 2 === 1)),
}
