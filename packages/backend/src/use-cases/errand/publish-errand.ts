import {
  acceptQuote,
  type CommonRefusal,
  type errandContract,
  newErrandDetail,
  type OrderRefusal,
  ok,
  type ParsedOf,
  type PlacedOrder,
  type QuoteRefusal,
  quoteText,
  type Result,
  type TextRefusal,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import type { Call } from '../../serve/call.ts'
import { pictureTrouble } from '../order/own-pictures.ts'
import { placePayment, type ToPay } from '../order/place-payment.ts'
import { textTrouble } from '../order/text-trouble.ts'
import { errandPortsOf } from './errand-ports.ts'
import { termsOf } from './quote-errand.ts'
import { kinds } from './tell-wechat.ts'

type Input = ParsedOf<typeof errandContract, 'publish'>

/** A task at the price that was quoted: 1 request to the database and the prepay. In the hall it is once it is paid. */
export const publishErrand = async (
  deps: Deps,
  input: Input,
  call: Call,
): Promise<Result<PlacedOrder, QuoteRefusal | OrderRefusal | CommonRefusal | TextRefusal>> => {
  const { requestId, quote: signed, ...asked } = input
  const trouble = pictureTrouble(deps, call.caller.openid, 'pictures', asked.pictures)
  if (trouble !== undefined) return trouble
  const { signature, ...quote } = signed
  // A new quote for the same wish is the same wish: only its price is part of it.
  const requestDigest = digestOf({ errand: asked, totalFen: quote.price.totalFen })
  const text = quoteText(call.caller.openid, termsOf(input), quote)
  const accepted = acceptQuote(quote, errandPortsOf(deps).signer.verify(text, signature), deps.clock.nowMs())
  const { what, kind, from, wantedAtMs, ...rest } = asked
  const words = { field: 'what', text: what, doubtful: 'refuse' } as const
  const refused = accepted.ok ? await textTrouble(deps, call.caller.openid, words) : accepted
  const toPay: Result<ToPay, QuoteRefusal | TextRefusal> =
    refused ??
    ok({
      detail: newErrandDetail({ ...rest, ...defined({ from, wantedAtMs }), what, kind }, quote, deps.ids.nonce()),
      totalFen: quote.price.totalFen,
      titles: [`${kinds[kind]}：${what}`],
    })
  return placePayment(deps, { requestId, requestDigest }, toPay, call)
}
