import type { OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { cellOf, cellsAround, coarseArea, coarsePoint } from './coarse.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandKind } from './kinds.ts'
import type { Point } from './place.ts'
import { straightLineM } from './straight-line.ts'
import { fullEarningFen, tipsFen } from './task-money.ts'

/**
 * An open task as any runner may see it. No phone, no name, no address, no code, no openid, no words of the buyer (people
 * write their phone number there); distances are measured to the middle of a square, see `coarsePoint`.
 */
export interface HallTask {
  readonly orderNo: OrderNo
  readonly kind: ErrandKind
  /** What the runner will get: fee without commission, and tips. */
  readonly earningFen: Fen
  readonly tipFen: Fen
  /** 帮买: what he has to lay out at most. */
  readonly goodsFen: Fen
  readonly fromArea?: string
  readonly toArea: string
  /** From the runner to where it begins, in steps of 100 m. */
  readonly awayM: number
  /** From there to where it ends, in steps of 100 m. */
  readonly distanceM: number
  readonly weightKg: number
  readonly wantedAtMs?: number
  readonly openUntilMs: number
  /** The viewer's own: shown, and not to be taken. */
  readonly mine: boolean
}

export const hallTask = (
  order: Order<ErrandDetail>,
  viewer: { readonly openid: string; readonly at: Point },
): HallTask => {
  const { detail } = order
  const { from, to, price, wantedAtMs } = detail
  return {
    orderNo: order.orderNo,
    kind: detail.kind,
    earningFen: fullEarningFen(detail),
    tipFen: tipsFen(detail),
    goodsFen: price.goodsFen,
    ...(from === undefined ? {} : { fromArea: coarseArea(from.address) }),
    toArea: coarseArea(to.address),
    awayM: hundreds(straightLineM(viewer.at, coarsePoint(startOf(detail)))),
    distanceM: hundreds(detail.distanceM),
    weightKg: detail.weightKg,
    ...(wantedAtMs === undefined ? {} : { wantedAtMs }),
    openUntilMs: detail.openUntilMs ?? 0,
    mine: order.buyer === viewer.openid,
  }
}

/** The list in which an open task stands: one per cell, so that one query by index finds what is near. */
export const hallListOf = (detail: ErrandDetail): string => `errand.open:${cellOf(startOf(detail))}`

/** The lists that a runner at this place looks into. */
export const hallListsAround = (at: Point): readonly string[] => cellsAround(at).map((cell) => `errand.open:${cell}`)

/** Where the owner finds what waits for a decision. */
export const disputesList = 'errand.frozen'

const startOf = ({ from, to }: ErrandDetail): Point => from ?? to

const hundreds = (metres: number): number => Math.ceil(metres / 100) * 100
