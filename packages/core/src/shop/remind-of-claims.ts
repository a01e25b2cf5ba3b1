import { acceptReturnWithinMs, answerWithinMs, type Unanswered } from '../order/unanswered.ts'
import type { AfterSale } from './after-sale.ts'
import type { ShopDetail } from './shop-detail.ts'

/** When the owner is to be reminded of a claim that waits for an answer, or for a parcel to be accepted; once each. */
export const remindAtMs = ({ state, reminded, askedAtMs, sentBackAtMs }: AfterSale): number | undefined => {
  if (reminded === state) return undefined
  if (state === 'requested') return askedAtMs + answerWithinMs
  return state === 'returning' && sentBackAtMs !== undefined ? sentBackAtMs + acceptReturnWithinMs : undefined
}

/** The claims that waited too long, said once. The same detail: there is none. */
export const remindOfClaims = (
  detail: ShopDetail,
  nowMs: number,
): { readonly detail: ShopDetail; readonly unanswered: readonly Unanswered[] } => {
  const late = (detail.afterSales ?? []).filter((claim) => nowMs >= (remindAtMs(claim) ?? Number.POSITIVE_INFINITY))
  if (late.length === 0) return { detail, unanswered: [] }
  const reminded = (claim: AfterSale): AfterSale => (late.includes(claim) ? { ...claim, reminded: claim.state } : claim)
  return {
    detail: { ...detail, afterSales: detail.afterSales?.map(reminded) ?? [] },
    unanswered: late.map(({ key, state, askedAtMs, sentBackAtMs = askedAtMs }) =>
      state === 'returning'
        ? { about: 'return', part: `${key}-return`, sinceMs: sentBackAtMs }
        : { about: 'afterSale', part: key, sinceMs: askedAtMs },
    ),
  }
}
