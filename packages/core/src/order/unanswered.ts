/** What has waited for the owner's answer too long. A clock may say so, and never decides in the owner's place. */
export interface Unanswered {
  readonly about: 'dispute' | 'afterSale' | 'return'
  /** Unique within the order: each is said once. */
  readonly part: string
  readonly sinceMs: number
}

/** So long the owner may think before somebody reminds. */
export const answerWithinMs = 48 * 3_600_000

/** A parcel that comes back has to travel first. */
export const acceptReturnWithinMs = 7 * 24 * 3_600_000
