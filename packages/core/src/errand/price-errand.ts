import { sumFen } from '../money/calculate.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { err, ok, type Result } from '../result.ts'
import { type ErrandKind, needsFrom } from './kinds.ts'
import type { Point } from './place.ts'
import type { ErrandTariff } from './tariff.ts'

/** What the price depends on, as the buyer asks for it. */
export interface ErrandTerms {
  readonly kind: ErrandKind
  /** Absent: the runner starts where he finds it best (帮买), or there is only one place (帮办). */
  readonly from?: Point
  readonly to: Point
  /** Whole kilograms, 0 when nothing is carried. */
  readonly weightKg: number
  /** When the runner should begin; absent: as soon as possible. */
  readonly wantedAtMs?: number
  /** What the goods are worth, as far as the buyer says; 0: ordinary things. */
  readonly declaredFen: Fen
  /** 小费: all of it is the runner's. */
  readonly tipFen: Fen
  /** 帮买: what may be spent. What is left of it goes back. */
  readonly goodsFen: Fen
}

/** How the total came about; the parts add up to it exactly. */
export interface ErrandPrice {
  readonly baseFen: Fen
  readonly distanceFen: Fen
  readonly weightFen: Fen
  readonly slotFen: Fen
  readonly valueFen: Fen
  /** The five above. */
  readonly feeFen: Fen
  readonly tipFen: Fen
  readonly goodsFen: Fen
  /** fee + tip + goods */
  readonly totalFen: Fen
}

export type ErrandPriceRefusal =
  | { readonly code: 'PLACE_MISSING' }
  | { readonly code: 'TOO_FAR'; readonly mostKm: number; readonly distanceM: number }
  | { readonly code: 'TOO_HEAVY'; readonly mostKg: number }
  | { readonly code: 'TOO_VALUABLE'; readonly mostFen: Fen }
  | { readonly code: 'TIP_TOO_HIGH'; readonly mostFen: Fen }
  /** 帮买 needs a budget and the other kinds take none. */
  | { readonly code: 'GOODS_OUT_OF_RANGE'; readonly leastFen: Fen; readonly mostFen: Fen }
  | { readonly code: 'WANTED_OUT_OF_RANGE'; readonly fromMs: number; readonly untilMs: number }

/** What a task costs at this moment, over a distance that the server found. */
export const priceErrand = (
  terms: ErrandTerms,
  distanceM: number,
  tariff: ErrandTariff,
  nowMs: number,
): Result<ErrandPrice, ErrandPriceRefusal> => {
  if (needsFrom(terms.kind) && terms.from === undefined) return err({ code: 'PLACE_MISSING' })
  const distanceFen = banded(
    Math.ceil(distanceM / 1000),
    tariff.distance.map(({ upToKm, perKmFen }) => ({ upTo: upToKm, each: perKmFen })),
  )
  if (distanceFen === undefined) return err({ code: 'TOO_FAR', mostKm: tariff.distance.at(-1)?.upToKm ?? 0, distanceM })
  const weightFen = banded(
    terms.weightKg,
    tariff.weight.map(({ upToKg, perKgFen }) => ({ upTo: upToKg, each: perKgFen })),
  )
  if (weightFen === undefined) return err({ code: 'TOO_HEAVY', mostKg: tariff.weight.at(-1)?.upToKg ?? 0 })
  const value = tariff.value.find(({ upToFen }) => terms.declaredFen <= upToFen)
  if (value === undefined) return err({ code: 'TOO_VALUABLE', mostFen: tariff.value.at(-1)?.upToFen ?? zeroFen })
  const trouble = amountTrouble(terms, tariff) ?? timeTrouble(terms, tariff, nowMs)
  if (trouble !== undefined) return err(trouble)

  const { baseFen } = tariff
  const slotFen = slotFenAt(tariff, terms.wantedAtMs ?? nowMs)
  const feeFen = sumFen([baseFen, distanceFen, weightFen, slotFen, value.fen])
  const { tipFen, goodsFen } = terms
  const totalFen = sumFen([feeFen, tipFen, goodsFen])
  return ok({ baseFen, distanceFen, weightFen, slotFen, valueFen: value.fen, feeFen, tipFen, goodsFen, totalFen })
}

/** The sum over all bands that the amount reaches into; `undefined` beyond the last. */
const banded = (amount: number, bands: readonly { upTo: number; each: Fen }[]): Fen | undefined => {
  let sum = 0
  let from = 0
  for (const { upTo, each } of bands) {
    sum += Math.max(0, Math.min(amount, upTo) - from) * each
    from = upTo
  }
  return amount > from ? undefined : fen(sum)
}

const amountTrouble = (
  { kind, tipFen, goodsFen }: ErrandTerms,
  { mostTipFen, mostGoodsFen }: ErrandTariff,
): ErrandPriceRefusal | undefined => {
  if (tipFen > mostTipFen) return { code: 'TIP_TOO_HIGH', mostFen: mostTipFen }
  const [leastFen, mostFen] = kind === 'buy' ? [fen(1), mostGoodsFen] : [zeroFen, zeroFen]
  return goodsFen < leastFen || goodsFen > mostFen ? { code: 'GOODS_OUT_OF_RANGE', leastFen, mostFen } : undefined
}

/** Some grace: between choosing a time and asking for the price it may have passed. */
const graceMs = 10 * 60_000

const timeTrouble = (
  { wantedAtMs }: ErrandTerms,
  { aheadMs }: ErrandTariff,
  nowMs: number,
): ErrandPriceRefusal | undefined => {
  const [fromMs, untilMs] = [nowMs - graceMs, nowMs + aheadMs]
  if (wantedAtMs === undefined || (wantedAtMs >= fromMs && wantedAtMs <= untilMs)) return undefined
  return { code: 'WANTED_OUT_OF_RANGE', fromMs, untilMs }
}

const slotFenAt = ({ slots }: ErrandTariff, atMs: number): Fen => {
  const hour = Math.floor((atMs + beijingMs) / 3_600_000) % 24
  const inside = ({ fromHour, toHour }: { readonly fromHour: number; readonly toHour: number }) =>
    fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour
  return sumFen(slots.filter(inside).map((slot) => slot.fen))
}

/** Beijing has one offset all year round. */
const beijingMs = 8 * 3_600_000
