import type { ErrandDetail } from './errand-detail.ts'
import { hasPickupCode } from './kinds.ts'
import type { Place } from './place.ts'
import type { ErrandTerms } from './price-errand.ts'
import type { ErrandQuote } from './quote.ts'

/** A task as it is published. `secret`: 16 or more characters of 0-9a-f, new for every task; the codes are made of it. */
export const newErrandDetail = (
  asked: Omit<ErrandTerms, 'from' | 'to'> & {
    readonly from?: Place
    readonly to: Place
    readonly what: string
    readonly pictures: readonly string[]
  },
  { distanceM, price, commissionBp }: ErrandQuote,
  secret: string,
): ErrandDetail => {
  const { kind, from, to, weightKg, wantedAtMs, declaredFen, what, pictures } = asked
  return {
    vertical: 'errand',
    kind,
    what,
    pictures,
    ...(from === undefined ? {} : { from }),
    to,
    weightKg,
    declaredFen,
    ...(wantedAtMs === undefined ? {} : { wantedAtMs }),
    distanceM,
    price,
    commissionBp,
    codes: { ...(hasPickupCode(kind) ? { pickup: digits(secret, 0) } : {}), delivery: digits(secret, 8) },
    task: 'none',
    takes: 0,
    extras: [],
  }
}

/** 4 digits of 8 hexadecimal characters; the remainder favours none of them by more than 1 in 400,000. */
const digits = (secret: string, at: number): string => {
  const number = Number.parseInt(secret.slice(at, at + 8), 16)
  if (!Number.isSafeInteger(number)) throw new RangeError('the codes need 16 hexadecimal characters')
  return String(number % 10_000).padStart(4, '0')
}
