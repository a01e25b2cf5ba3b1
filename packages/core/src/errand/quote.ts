import * as v from 'valibot'
import { openIdField } from '../contract/fields.ts'
import type { OpenId } from '../identity/ids.ts'
import { err, ok, type Result } from '../result.ts'
import type { ErrandRequest } from './errand-request.ts'
import { errandRequestField, instantField } from './errand-request-field.ts'
import { type ErrandPrice, type ErrandPriceRefusal, priceErrand } from './price-errand.ts'
import type { ErrandTerms, Tariff } from './tariff.ts'

/** A price that the server keeps to until it expires, for this customer and this errand only. */
export interface ErrandQuote {
  readonly customer: OpenId
  readonly request: ErrandRequest
  readonly meters: number
  readonly price: ErrandPrice
  readonly terms: ErrandTerms
  readonly expiresAtMs: number
}

/** The quote on its way through the client: the text is what is signed, whole; the signature is a port's (HMAC-SHA256). */
export interface SignedQuote {
  readonly text: string
  readonly signature: string
}

export type QuoteRefusal = { readonly code: 'QUOTE_INVALID' } | { readonly code: 'QUOTE_EXPIRED'; readonly expiresAtMs: number }

/** The quote for a request, by the tariff of this moment. */
export const quoteErrand = (
  customer: OpenId,
  request: ErrandRequest,
  meters: number,
  tariff: Tariff,
  nowMs: number,
): Result<ErrandQuote, ErrandPriceRefusal> => {
  const price = priceErrand(request, meters, tariff, nowMs)
  if (!price.ok) return price
  const { quoteForMs, terms } = tariff
  return ok({ customer, request, meters, price: price.value, terms, expiresAtMs: nowMs + quoteForMs })
}

/** What is signed: everything, under a name that no other signed text of ours begins with. */
export const quoteText = (quote: ErrandQuote): string => `${heading}${JSON.stringify(quote)}`

/** Reads back a text of which the signature was found good. Good for its own customer, and before it expires. */
export const readQuote = (text: string, customer: OpenId, nowMs: number): Result<ErrandQuote, QuoteRefusal> => {
  const quote = parse(text)
  if (quote === undefined || quote.customer !== customer) return err({ code: 'QUOTE_INVALID' })
  if (nowMs >= quote.expiresAtMs) return err({ code: 'QUOTE_EXPIRED', expiresAtMs: quote.expiresAtMs })
  return ok(quote)
}

const heading = 'taropay.errand.quote.1\n'

const parse = (text: string): ErrandQuote | undefined => {
  if (!text.startsWith(heading)) return undefined
  try {
    const parsed = v.safeParse(quoteField, JSON.parse(text.slice(heading.length)))
    return parsed.success ? (parsed.output as ErrandQuote) : undefined
  } catch {
    return undefined
  }
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const quoteField = v.strictObject({
  customer: openIdField,
  request: errandRequestField,
  meters: whole,
  price: v.strictObject({
    baseFen: whole,
    distanceFen: whole,
    weightFen: whole,
    slotFen: whole,
    worthFen: whole,
    feeFen: whole,
    tipFen: whole,
    budgetFen: whole,
    totalFen: whole,
  }),
  terms: v.strictObject({
    openForMs: whole,
    freeCancelMs: whole,
    pickUpWithinMs: whole,
    cancelBasisPoints: whole,
    autoConfirmMs: whole,
    disputeMs: whole,
    commissionBasisPoints: whole,
  }),
  expiresAtMs: instantField,
})
