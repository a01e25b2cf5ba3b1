import type { OrderNo, Page, SkuId } from '@pay/core'
import type { PageRequest } from './order-store.ts'

/**
 * Pieces per SKU, one document each. Every order leaves one hold in the document of each of its SKUs, so that every
 * method here is idempotent by order number: reserve, then commit or release, then perhaps take back.
 */
export interface StockStore {
  /** One conditional update when it goes well. `over`: the order was released already, this call came too late. */
  reserve(claim: StockClaim): Promise<ReserveAnswer>
  /** The pieces are sold. `missing`: nothing is held for this order (it was released, or never reserved). */
  commit(claim: StockClaim): Promise<'committed' | 'missing'>
  /** Gives the pieces back, and bars a reserve of the same order that is still on its way. Sold pieces stay sold. */
  release(claim: StockClaim): Promise<void>
  /** Sold pieces come back on the shelf, because the order was refunded before it was sent. */
  takeBack(claim: StockClaim): Promise<void>
  /** Pieces that can be bought now. What has no document is left out. */
  levels(skuIds: readonly SkuId[]): Promise<ReadonlyMap<SkuId, number>>
  /** Sets the pieces on the shelf; makes the document when there is none. */
  setLevel(skuId: SkuId, available: number): Promise<void>
  /** Documents with a hold older than `beforeMs`, for housekeeping. */
  withHoldsBefore(beforeMs: number, page: PageRequest): Promise<Page<StockRecord>>
  /** Forgets these holds, if the record is still at its version. Only for orders of which nothing more can come. */
  forget(record: StockRecord, orderNos: readonly OrderNo[]): Promise<boolean>
}

export interface StockClaim {
  readonly skuId: SkuId
  readonly orderNo: OrderNo
  readonly quantity: number
  readonly nowMs: number
}

export type ReserveAnswer =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'short'; readonly available: number }
  | { readonly kind: 'over'; readonly available: number }

/** held → committed → returned, or held → released. A hold that ended stays a while, so that what comes late finds it. */
export type HoldState = 'held' | 'committed' | 'released' | 'returned'

export interface StockHold {
  readonly state: HoldState
  readonly quantity: number
  readonly atMs: number
}

export interface StockRecord {
  readonly skuId: SkuId
  readonly version: number
  readonly available: number
  readonly holds: Readonly<Record<string, StockHold>>
}

/** Infinity without a hold. */
export const oldestHoldMs = (record: StockRecord): number =>
  Math.min(...Object.values(record.holds).map((hold) => hold.atMs))
