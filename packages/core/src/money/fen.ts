declare const brand: unique symbol

/** Money: a whole number of fen (1/100 yuan), 0 or more. Made only by `fen()`. */
export type Fen = number & { readonly [brand]: 'Fen' }

/** Larger than any payment WeChat takes, small enough that sums of thousands stay exact integers. */
export const maxFen = 999_999_999_99

/** Throws a RangeError on anything but an integer from 0 to `maxFen`: a wrong amount here is a bug, not a refusal. */
export const fen = (value: number): Fen => {
  if (!isFen(value)) throw new RangeError(`not an amount in fen: ${value}`)
  return value
}

export const isFen = (value: unknown): value is Fen =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= maxFen && !Object.is(value, -0)

export const zeroFen = 0 as Fen
