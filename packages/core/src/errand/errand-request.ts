import type { Address } from '../address/address.ts'
import type { Fen } from '../money/fen.ts'

/** 帮取 · 帮送 · 帮买 · 帮办 */
export const errandKinds = ['fetch', 'send', 'buy', 'do'] as const
export type ErrandKind = (typeof errandKinds)[number]

/** What a customer asks for. The price is not among it, nor the distance: both are the server's. */
export interface ErrandRequest {
  readonly kind: ErrandKind
  /** Where it starts; absent for 帮办, and for 帮买 wherever the runner finds it. */
  readonly from?: Place | undefined
  readonly to: Place
  /** 文件, 餐饮, 鲜花 … */
  readonly item: string
  readonly grams: number
  /** What it is worth, for what is lost or broken; 0: not declared. */
  readonly worthFen: Fen
  /** 帮买: what the goods may cost, paid in advance. */
  readonly budgetFen: Fen
  /** 小费: raises the price of the errand, all of it is the runner's. */
  readonly tipFen: Fen
  /** When it is to be done; absent: now. */
  readonly atMs?: number | undefined
  readonly note: string
  readonly pictures: readonly string[]
  /** The customer agrees that the runner who takes the task sees the phone numbers in full. */
  readonly showPhone: boolean
}

/** An address on the map. `area` is what everybody may see of it: a district or a compound, never a door. */
export interface Place extends Address {
  readonly latitude: number
  readonly longitude: number
  readonly area: string
}
