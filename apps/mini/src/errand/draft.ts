import { type ErrandKind, type Fen, needsFrom, type Place, parseYuan } from '@pay/core'

/** What a person has filled in so far; money as typed. */
export interface Draft {
  readonly kind: ErrandKind
  readonly from: Partial<Place>
  readonly to: Partial<Place>
  readonly what: string
  readonly weightKg: number
  readonly afterMs: number
  readonly declared: string
  readonly goods: string
  readonly tipFen: number
}

export const emptyDraft = (kind: ErrandKind): Draft => ({
  kind,
  from: {},
  to: {},
  what: '',
  weightKg: 1,
  afterMs: 0,
  declared: '',
  goods: '',
  tipFen: 0,
})

export const isPlace = (place: Partial<Place>): place is Place =>
  place.lat !== undefined &&
  place.lng !== undefined &&
  (place.address ?? '').trim() !== '' &&
  (place.name ?? '').trim() !== '' &&
  /^\+?[0-9][0-9-]{4,19}$/.test(place.phone ?? '')

export const placesReady = ({ kind, from, to }: Draft): boolean => isPlace(to) && (!needsFrom(kind) || isPlace(from))

/** What a price depends on; undefined: not enough is known yet. `nowMs` turns "in an hour" into a moment. */
export const termsOf = (draft: Draft, nowMs: number) => {
  const { kind, from, to, weightKg, afterMs, tipFen } = draft
  const declaredFen = amount(draft.declared)
  const goodsFen = kind === 'buy' ? amount(draft.goods) : 0
  if (!placesReady(draft) || !isPlace(to) || declaredFen === undefined || goodsFen === undefined) return undefined
  if (kind === 'buy' && goodsFen === 0) return undefined
  return {
    terms: {
      kind,
      weightKg: kind === 'do' ? 0 : weightKg,
      declaredFen: declaredFen as Fen,
      tipFen: tipFen as Fen,
      goodsFen: goodsFen as Fen,
      ...(afterMs > 0 && { wantedAtMs: nowMs + afterMs }),
    },
    from: isPlace(from) && kind !== 'do' ? from : undefined,
    to,
  }
}

const amount = (typed: string): number | undefined => {
  if (typed.trim() === '') return 0
  const parsed = parseYuan(typed.trim())
  return parsed.ok ? parsed.value : undefined
}
