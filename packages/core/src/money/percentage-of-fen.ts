import { type Fen, fen } from './fen.ts'
import { multiplyDivide } from './multiply-divide.ts'

/** What happens to a part of a fen. Whoever takes a share of somebody's money rounds down. */
export type Rounding = 'down' | 'up' | 'halfUp' | 'halfEven'

/** A share in basis points: 1 is 0.01 %, 10,000 is all of it. */
export const percentageOfFen = (amount: Fen, basisPoints: number, rounding: Rounding): Fen => {
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0 || basisPoints > wholeInBasisPoints)
    throw new RangeError(`not a share in basis points: ${basisPoints}`)
  const { quotient, remainder } = multiplyDivide(amount, basisPoints, wholeInBasisPoints)
  return fen(quotient + (roundsUp[rounding](remainder, quotient) ? 1 : 0))
}

const wholeInBasisPoints = 10_000
const half = wholeInBasisPoints / 2

const roundsUp: Record<Rounding, (remainder: number, quotient: number) => boolean> = {
  down: () => false,
  up: (remainder) => remainder > 0,
  halfUp: (remainder) => remainder >= half,
  halfEven: (remainder, quotient) => remainder > half || (remainder === half && quotient % 2 === 1),
}
