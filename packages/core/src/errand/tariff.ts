import { type Fen, fen } from '../money/fen.ts'
import type { ErrandKind } from './errand-request.ts'

/** What errands cost and by which rules they run: the owner's own figures. */
export interface Tariff {
  /** Per kind, and for the first `baseMeters`. */
  readonly baseFen: Readonly<Record<ErrandKind, Fen>>
  readonly baseMeters: number
  /** For each kilometre begun, up to the band's end; in rising order, the last one ends where the service ends. */
  readonly distanceBands: readonly { readonly upToMeters: number; readonly perKilometreFen: Fen }[]
  /** The heaviest band that the weight is over counts. */
  readonly weightBands: readonly Band[]
  /** Likewise, of the declared worth. */
  readonly worthBands: readonly Band[]
  readonly mostGrams: number
  /** Minutes of the day in China; a slot may run over midnight. */
  readonly slots: readonly { readonly fromMinute: number; readonly untilMinute: number; readonly plusFen: Fen }[]
  readonly mostTipFen: Fen
  readonly mostBudgetFen: Fen
  /** How far ahead an errand may be ordered. */
  readonly mostAheadMs: number
  readonly quoteForMs: number
  readonly terms: ErrandTerms
}

export interface Band {
  /** Grams, or fen of worth. */
  readonly over: number
  readonly plusFen: Fen
}

/** Rules of one errand, frozen into it when it was quoted. */
export interface ErrandTerms {
  /** Nobody takes it for so long: all the money goes back. */
  readonly openForMs: number
  /** After being taken it can be cancelled for nothing for so long. */
  readonly freeCancelMs: number
  /** Not picked up by then, it can be cancelled for nothing again. */
  readonly pickUpWithinMs: number
  /** Share of the fee that cancelling costs in between; it is the runner's. */
  readonly cancelBasisPoints: number
  /** Delivered and not a word: confirmed. */
  readonly autoConfirmMs: number
  /** Confirmed: up to when either side may still complain, and the runner's money is held. */
  readonly disputeMs: number
  /** The platform's share of the fee; not of the tip, not of the goods. */
  readonly commissionBasisPoints: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A tariff to begin with. */
export const defaultTariff: Tariff = {
  baseFen: { fetch: fen(600), send: fen(600), buy: fen(800), do: fen(1000) },
  baseMeters: 2000,
  distanceBands: [
    { upToMeters: 5000, perKilometreFen: fen(150) },
    { upToMeters: 20_000, perKilometreFen: fen(250) },
  ],
  weightBands: [
    { over: 5000, plusFen: fen(300) },
    { over: 10_000, plusFen: fen(800) },
  ],
  worthBands: [
    { over: 20_000, plusFen: fen(200) },
    { over: 100_000, plusFen: fen(500) },
  ],
  mostGrams: 20_000,
  slots: [
    { fromMinute: 22 * 60, untilMinute: 6 * 60, plusFen: fen(500) },
    { fromMinute: 11 * 60, untilMinute: 13 * 60, plusFen: fen(200) },
  ],
  mostTipFen: fen(10_000),
  mostBudgetFen: fen(50_000),
  mostAheadMs: 3 * 24 * hourMs,
  quoteForMs: 10 * minuteMs,
  terms: {
    openForMs: 2 * hourMs,
    freeCancelMs: 2 * minuteMs,
    pickUpWithinMs: 60 * minuteMs,
    cancelBasisPoints: 3000,
    autoConfirmMs: 24 * hourMs,
    disputeMs: 24 * hourMs,
    commissionBasisPoints: 1500,
  },
}
