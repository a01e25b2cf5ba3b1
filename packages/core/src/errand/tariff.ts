import { type Fen, fen } from '../money/fen.ts'

/** What a task costs. The owner of the template changes these figures here, and nothing else has to follow. */
export interface ErrandTariff {
  readonly baseFen: Fen
  /** Each begun kilometre beyond the one before, in ascending order; nobody is sent further than the last. */
  readonly distance: readonly { readonly upToKm: number; readonly perKmFen: Fen }[]
  /** Each begun kilogram beyond the band before. */
  readonly weight: readonly { readonly upToKg: number; readonly perKgFen: Fen }[]
  /** Hours of the day in Beijing, `from` ≤ hour < `to`; past midnight where `to` is the smaller. */
  readonly slots: readonly { readonly fromHour: number; readonly toHour: number; readonly fen: Fen }[]
  /** For care with things of declared value. */
  readonly value: readonly { readonly upToFen: Fen; readonly fen: Fen }[]
  readonly mostTipFen: Fen
  /** 帮买: the most a runner has to lay out. */
  readonly mostGoodsFen: Fen
  /** The platform's share of the fee, in basis points; of tips and goods it takes nothing. */
  readonly commissionBp: number
  /** How far ahead a task can be wanted. */
  readonly aheadMs: number
}

export const tariff: ErrandTariff = {
  baseFen: fen(600),
  distance: [
    { upToKm: 2, perKmFen: fen(0) },
    { upToKm: 5, perKmFen: fen(150) },
    { upToKm: 20, perKmFen: fen(200) },
  ],
  weight: [
    { upToKg: 5, perKgFen: fen(0) },
    { upToKg: 10, perKgFen: fen(100) },
    { upToKg: 20, perKgFen: fen(200) },
  ],
  slots: [
    { fromHour: 11, toHour: 13, fen: fen(100) },
    { fromHour: 17, toHour: 19, fen: fen(100) },
    { fromHour: 22, toHour: 6, fen: fen(400) },
  ],
  value: [
    { upToFen: fen(200_00), fen: fen(0) },
    { upToFen: fen(1_000_00), fen: fen(200) },
    { upToFen: fen(3_000_00), fen: fen(600) },
  ],
  mostTipFen: fen(200_00),
  mostGoodsFen: fen(1_000_00),
  commissionBp: 1_500,
  aheadMs: 3 * 24 * 3_600_000,
}
