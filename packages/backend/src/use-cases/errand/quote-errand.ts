import {
  type ErrandPriceRefusal,
  type ErrandTerms,
  type errandContract,
  ok,
  type ParsedOf,
  type Point,
  priceErrand,
  quoteLivesMs,
  quoteText,
  type Result,
  type SignedQuote,
  tariff,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { errandPortsOf } from './errand-ports.ts'

type Input = ParsedOf<typeof errandContract, 'quote'>

/** A price for these terms, over the distance that the server finds; signed for this caller. Writes nothing. */
export const quoteErrand = async (
  deps: Deps,
  input: Input,
  { caller }: Call,
): Promise<Result<SignedQuote, ErrandPriceRefusal>> => {
  const { distance, signer } = errandPortsOf(deps)
  const terms = termsOf(input)
  const nowMs = deps.clock.nowMs()
  const distanceM = terms.from === undefined ? 0 : await distance.betweenM(terms.from, terms.to)
  const price = priceErrand(terms, distanceM, tariff, nowMs)
  if (!price.ok) return price
  const { commissionBp } = tariff
  const quote = { distanceM, price: price.value, commissionBp, expiresAtMs: nowMs + quoteLivesMs }
  return ok({ ...quote, signature: signer.sign(quoteText(caller.openid, terms, quote)) })
}

/** What the price depends on, out of an input that may say more. */
export const termsOf = (input: Input): ErrandTerms => {
  const { kind, from, to, weightKg, wantedAtMs, declaredFen, tipFen, goodsFen } = input
  const point = ({ lat, lng }: Point): Point => ({ lat, lng })
  return {
    kind,
    ...(from === undefined ? {} : { from: point(from) }),
    to: point(to),
    weightKg,
    ...defined({ wantedAtMs }),
    declaredFen,
    tipFen,
    goodsFen,
  }
}
