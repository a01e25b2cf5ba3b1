import type { HoldState, ReserveAnswer, StockClaim, StockHold, StockRecord } from './stock-store.ts'

/**
 * What each method of the stock means, as pure functions of one record. An adapter may take a shorter way when it goes well
 * (one conditional update), but ends in the same record.
 */
export interface StockChange<A> {
  readonly answer: A
  /** Absent: nothing changes. */
  readonly record?: StockRecord
}

export const reserveStock = (record: StockRecord, claim: StockClaim): StockChange<ReserveAnswer> => {
  const state = record.holds[claim.orderNo]?.state
  if (state === 'held' || state === 'committed') return { answer: { kind: 'reserved' } }
  if (state !== undefined) return { answer: { kind: 'over', available: record.available } }
  if (record.available < claim.quantity) return { answer: { kind: 'short', available: record.available } }
  return { answer: { kind: 'reserved' }, record: withHold(record, claim, 'held', -claim.quantity) }
}

export const commitStock = (record: StockRecord, claim: StockClaim): StockChange<'committed' | 'missing'> => {
  const state = record.holds[claim.orderNo]?.state
  if (state === 'committed') return { answer: 'committed' }
  if (state !== 'held') return { answer: 'missing' }
  return { answer: 'committed', record: withHold(record, claim, 'committed', 0) }
}

/** Without a hold it leaves a released one, so that a reserve still on its way finds the order over. */
export const releaseStock = (record: StockRecord, claim: StockClaim): StockChange<undefined> => {
  const hold = record.holds[claim.orderNo]
  if (hold !== undefined && hold.state !== 'held') return { answer: undefined }
  return { answer: undefined, record: withHold(record, claim, 'released', hold?.quantity ?? 0) }
}

/**
 * Also of a hold whose commit is still waiting: that commit then finds nothing to sell. And without a hold: it was sold so
 * long ago that housekeeping has forgotten it.
 */
export const takeBackStock = (record: StockRecord, claim: StockClaim): StockChange<undefined> => {
  const hold = record.holds[claim.orderNo]
  if (hold?.state === 'released' || hold?.state === 'returned') return { answer: undefined }
  return { answer: undefined, record: withHold(record, claim, 'returned', hold?.quantity ?? claim.quantity) }
}

const withHold = (record: StockRecord, claim: StockClaim, state: HoldState, pieces: number): StockRecord => {
  const hold: StockHold = { state, quantity: claim.quantity, atMs: claim.nowMs }
  return {
    ...record,
    version: record.version + 1,
    available: record.available + pieces,
    holds: { ...record.holds, [claim.orderNo]: hold },
  }
}
