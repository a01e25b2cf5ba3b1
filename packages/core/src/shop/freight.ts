import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { mostOrderFen } from '../money/order-range.ts'
import { err, ok, type Result } from '../result.ts'

/** What sending costs, by province. The first rule that names the province counts; one without provinces is for the rest. */
export interface FreightTemplate {
  /** Counted in pieces, or in grams of the SKUs' weights. */
  readonly by: 'piece' | 'gram'
  readonly rules: readonly FreightRule[]
  /** Nothing is sent there. */
  readonly notTo?: readonly string[]
  /** Goods for so much, after coupons, are sent for nothing. */
  readonly freeFromFen?: Fen
}

export interface FreightRule {
  /** Absent: everywhere else. */
  readonly provinces?: readonly string[]
  /** So many pieces or grams cost so much together. */
  readonly first: FreightStep
  /** Each further lot, begun or full. */
  readonly more: FreightStep
}

export interface FreightStep {
  /** 1 or more. */
  readonly amount: number
  readonly costFen: Fen
}

export type FreightRefusal = { readonly code: 'NOT_DELIVERABLE'; readonly province: string }

/** What sending these pieces (with the grams of each) to the province costs. `goodsFen`: after coupons. */
export const freightOf = (
  template: FreightTemplate,
  province: string,
  pieces: readonly { readonly quantity: number; readonly grams: number }[],
  goodsFen: Fen,
): Result<Fen, FreightRefusal> => {
  const rule =
    template.rules.find(({ provinces }) => provinces?.includes(province) === true) ??
    template.rules.find(({ provinces }) => provinces === undefined)
  if (rule === undefined || template.notTo?.includes(province) === true)
    return err({ code: 'NOT_DELIVERABLE', province })
  if (template.freeFromFen !== undefined && goodsFen >= template.freeFromFen) return ok(zeroFen)

  const counted = pieces.reduce((sum, { quantity, grams }) => sum + quantity * (template.by === 'piece' ? 1 : grams), 0)
  const { first, more } = rule
  const over = Math.max(counted - first.amount, 0)
  // Dearer than any order can be is as dear as any: the order's own limit refuses it.
  return ok(fen(Math.min(first.costFen + Math.ceil(over / more.amount) * more.costFen, mostOrderFen)))
}
