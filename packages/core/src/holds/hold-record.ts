/**
 * Something that orders compete for, as one document: the pieces of a SKU, a person's uses of a coupon, a runner's
 * slots. Every claim leaves a hold under its own name, so that reserve, commit, release and take back may each come
 * twice, late, or one before the other, and the pieces still add up.
 */
export interface HoldRecord {
  readonly version: number
  /** Can be had now. */
  readonly available: number
  /** By claim: an order number, mostly. One that ended stays a while, so that what comes late finds it; see `forgetHolds`. */
  readonly holds: Readonly<Record<string, Hold>>
}

export interface Hold {
  readonly state: HoldState
  readonly quantity: number
  /** When it came into this state. */
  readonly atMs: number
  /** Pieces of a committed hold that came back, by the name of the return. */
  readonly back?: Readonly<Record<string, number>>
}

/** held → committed, or held → released. */
export type HoldState = 'held' | 'committed' | 'released'

export interface Claim {
  /** 1 to 64 characters without a dot or `$`: it becomes a field name of the document. */
  readonly claim: string
  readonly quantity: number
}

/** The record afterwards; the very same object when nothing is to be written. */
export interface HoldChange<Answer extends string, R extends HoldRecord = HoldRecord> {
  readonly answer: Answer
  readonly record: R
}

/** A new record with so many to be had. */
export const newHoldRecord = (available: number): HoldRecord => ({ version: 1, available: whole(available), holds: {} })

export const whole = (quantity: number): number => {
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError(`not a number of pieces: ${quantity}`)
  return quantity
}
