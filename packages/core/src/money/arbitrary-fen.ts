import * as fc from 'fast-check'
import { type Fen, fen, maxFen } from './fen.ts'

/** Amounts for property tests: small ones mostly, and the largest. */
export const arbitraryFen = (most: number = maxFen): fc.Arbitrary<Fen> =>
  fc.oneof(fc.integer({ min: 0, max: Math.min(most, 10_000) }), fc.integer({ min: 0, max: most })).map(fen)
