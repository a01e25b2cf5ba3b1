import { useMemo } from 'react'
import { useAnswer } from '../hooks/use-answer.ts'
import { call } from '../pay.ts'
import { serverNow } from '../server-clock.ts'
import { errandFunction } from './contracts.ts'
import { type Draft, termsOf } from './draft.ts'

export type PricedTerms = NonNullable<ReturnType<typeof termsOf>>

/** The server's signed price of a draft; `round` asks anew for the same one. */
export const useQuote = (draft: Draft, round = 0) => {
  // One moment per round: the quote is signed over it, so publishing has to name the same.
  const wanted = useMemo(() => termsOf(draft, serverNow()), [draft, round])
  const { answer, reload } = useAnswer(`${round} ${JSON.stringify(wanted)}`, async () => {
    if (wanted === undefined) return { ok: false, error: { code: 'PLACE_MISSING' } }
    const { terms, from, to } = wanted
    return call(errandFunction, 'quote', {
      ...terms,
      ...(from !== undefined && { from: { lat: from.lat, lng: from.lng } }),
      to: { lat: to.lat, lng: to.lng },
    })
  })
  return { wanted, answer, reload }
}
