import type { OpenId } from '../identity/ids.ts'
import { err, ok, type Result } from '../result.ts'
import type { ErrandPrice, ErrandTerms } from './price-errand.ts'

/** A price that the server stands by until it expires, whatever the tariff or the clock say meanwhile. */
export interface ErrandQuote {
  readonly distanceM: number
  readonly price: ErrandPrice
  readonly commissionBp: number
  readonly expiresAtMs: number
}

export interface SignedQuote extends ErrandQuote {
  readonly signature: string
}

/** Long enough to write down what is wanted, short enough that a night's price is not kept for the day. */
export const quoteLivesMs = 10 * 60_000

/**
 * What the signature is over: who asked for what, and what was promised. Every number that makes the price is in it, so
 * that no part of one quote can be used with another; the wording begins with its own name and version, so that the key
 * signs nothing that could be mistaken for something else.
 */
export const quoteText = (buyer: OpenId, terms: ErrandTerms, quote: ErrandQuote): string => {
  const { kind, from, to, weightKg, wantedAtMs, declaredFen, tipFen, goodsFen } = terms
  const { distanceM, price, commissionBp, expiresAtMs } = quote
  const { baseFen, distanceFen, weightFen, slotFen, valueFen, feeFen, totalFen } = price
  const asked = [kind, pointText(from), pointText(to), weightKg, wantedAtMs ?? '', declaredFen, tipFen, goodsFen]
  const said = [distanceM, baseFen, distanceFen, weightFen, slotFen, valueFen, feeFen, price.tipFen, price.goodsFen]
  return ['errand.quote.1', buyer, ...asked, ...said, totalFen, commissionBp, expiresAtMs].join('\n')
}

/** Whether the quote may be used now. `genuine`: the signature fits `quoteText`. */
export const acceptQuote = (quote: ErrandQuote, genuine: boolean, nowMs: number): Result<ErrandQuote, QuoteRefusal> => {
  if (!genuine) return err({ code: 'QUOTE_NOT_OURS' })
  return nowMs < quote.expiresAtMs ? ok(quote) : err({ code: 'QUOTE_EXPIRED', expiresAtMs: quote.expiresAtMs })
}

export type QuoteRefusal =
  /** Changed on its way, another person's, or for something else than what is asked now. */
  | { readonly code: 'QUOTE_NOT_OURS' }
  /** Ask for a new one. */
  | { readonly code: 'QUOTE_EXPIRED'; readonly expiresAtMs: number }

const pointText = (point: { readonly lat: number; readonly lng: number } | undefined): string =>
  point === undefined ? '' : `${point.lat},${point.lng}`
