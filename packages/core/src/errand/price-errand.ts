import { sumFen } from '../money/calculate.ts'
import { type Fen, zeroFen } from '../money/fen.ts'
import { err, ok, type Result } from '../result.ts'
import type { ErrandRequest } from './errand-request.ts'
import type { Band, Tariff } from './tariff.ts'

/** How an errand's price came about; the parts add up to it. */
export interface ErrandPrice {
  readonly baseFen: Fen
  readonly distanceFen: Fen
  readonly weightFen: Fen
  readonly slotFen: Fen
  readonly worthFen: Fen
  /** All of the above: what commission and cancelling are counted from. */
  readonly feeFen: Fen
  readonly tipFen: Fen
  /** 帮买: paid in advance for the goods. */
  readonly budgetFen: Fen
  readonly totalFen: Fen
}

export type ErrandPriceRefusal =
  | { readonly code: 'TOO_FAR'; readonly meters: number; readonly mostMeters: number }
  | { readonly code: 'TOO_HEAVY'; readonly mostGrams: number }
  | { readonly code: 'TIP_TOO_HIGH'; readonly mostFen: Fen }
  | { readonly code: 'BUDGET_OUT_OF_RANGE'; readonly leastFen: number; readonly mostFen: Fen }
  /** Ordered for the past, or too far ahead. */
  | { readonly code: 'BAD_TIME'; readonly fromMs: number; readonly untilMs: number }
  /** 帮取 and 帮送 need a place to start from. */
  | { readonly code: 'FROM_NEEDED' }

/** A little lateness of a phone's clock, and of the person holding it. */
const graceMs = 5 * 60_000

/** What an errand costs. `meters`: the server's own figure, along the way or in a straight line; 0 where it starts anywhere. */
export const priceErrand = (
  request: ErrandRequest,
  meters: number,
  tariff: Tariff,
  nowMs: number,
): Result<ErrandPrice, ErrandPriceRefusal> => {
  const trouble = troubleWith(request, meters, tariff, nowMs)
  if (trouble !== undefined) return err(trouble)
  const baseFen = tariff.baseFen[request.kind]
  const distanceFen = priceOfDistance(meters, tariff)
  const weightFen = priceOfBand(tariff.weightBands, request.grams)
  const worthFen = priceOfBand(tariff.worthBands, request.worthFen)
  const slotFen = priceOfSlot(request.atMs ?? nowMs, tariff)
  const feeFen = sumFen([baseFen, distanceFen, weightFen, worthFen, slotFen])
  const { tipFen, budgetFen } = request
  const totalFen = sumFen([feeFen, tipFen, budgetFen])
  return ok({ baseFen, distanceFen, weightFen, slotFen, worthFen, feeFen, tipFen, budgetFen, totalFen })
}

/** How far the service goes. */
export const mostMetersOf = (tariff: Tariff): number => tariff.distanceBands.at(-1)?.upToMeters ?? tariff.baseMeters

const troubleWith = (
  request: ErrandRequest,
  meters: number,
  tariff: Tariff,
  nowMs: number,
): ErrandPriceRefusal | undefined => {
  const mostMeters = mostMetersOf(tariff)
  const { kind, from, grams, tipFen, budgetFen, atMs } = request
  if (from === undefined && (kind === 'fetch' || kind === 'send')) return { code: 'FROM_NEEDED' }
  if (meters > mostMeters) return { code: 'TOO_FAR', meters, mostMeters }
  if (grams > tariff.mostGrams) return { code: 'TOO_HEAVY', mostGrams: tariff.mostGrams }
  if (tipFen > tariff.mostTipFen) return { code: 'TIP_TOO_HIGH', mostFen: tariff.mostTipFen }
  const [leastFen, mostFen] = kind === 'buy' ? [1, tariff.mostBudgetFen] : [0, zeroFen]
  if (budgetFen < leastFen || budgetFen > mostFen) return { code: 'BUDGET_OUT_OF_RANGE', leastFen, mostFen }
  const untilMs = nowMs + tariff.mostAheadMs
  if (atMs !== undefined && (atMs < nowMs - graceMs || atMs > untilMs)) return { code: 'BAD_TIME', fromMs: nowMs, untilMs }
  return undefined
}

/** Kilometres begun, each at the price of the band that it begins in. */
const priceOfDistance = (meters: number, { baseMeters, distanceBands }: Tariff): Fen => {
  const prices: Fen[] = []
  for (let start = baseMeters; start < meters; start += 1000) {
    const band = distanceBands.find(({ upToMeters }) => start < upToMeters)
    prices.push(band?.perKilometreFen ?? zeroFen)
  }
  return sumFen(prices)
}

const priceOfBand = (bands: readonly Band[], amount: number): Fen =>
  bands.reduce<Band | undefined>((found, band) => (amount > band.over && band.over >= (found?.over ?? 0) ? band : found), undefined)
    ?.plusFen ?? zeroFen

const priceOfSlot = (atMs: number, { slots }: Tariff): Fen => {
  const minute = minuteOfDayInChina(atMs)
  const within = slots.filter(({ fromMinute, untilMinute }) =>
    fromMinute <= untilMinute
      ? minute >= fromMinute && minute < untilMinute
      : minute >= fromMinute || minute < untilMinute,
  )
  return sumFen(within.map(({ plusFen }) => plusFen))
}

const minuteOfDayInChina = (atMs: number): number => Math.floor((atMs + 8 * 3_600_000) / 60_000) % 1440
