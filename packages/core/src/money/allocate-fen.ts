import { type Fen, fen, maxFen } from './fen.ts'
import { multiplyDivide } from './multiply-divide.ts'

/**
 * Divides an amount in proportion to the weights, by largest remainder: the shares add up to the fen, none is a whole
 * fen away from its exact part, and equal remainders go to the earlier. Weights are whole numbers, 0 or more, of which
 * the sum is `maxFen` at most; where all are 0 only an amount of 0 can be divided.
 */
export const allocateFen = (amount: Fen, weights: readonly number[]): readonly Fen[] => {
  const total = weights.reduce((sum, weight) => sum + checked(weight), 0)
  if (total > maxFen) throw new RangeError(`the weights add up to ${total}`)
  if (total === 0) {
    if (amount > 0) throw new RangeError(`nothing to divide ${amount} fen by`)
    return weights.map(() => amount)
  }

  const exact = weights.map((weight, at) => ({ at, ...multiplyDivide(amount, weight, total) }))
  const left = amount - exact.reduce((sum, { quotient }) => sum + quotient, 0)
  // The sort is stable: among equal remainders the earlier stays first.
  const byRemainder = [...exact].sort((one, other) => other.remainder - one.remainder)
  const luckier = new Set(byRemainder.slice(0, left).map(({ at }) => at))
  return exact.map(({ at, quotient }) => fen(luckier.has(at) ? quotient + 1 : quotient))
}

const checked = (weight: number): number => {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`)
  return weight
}
