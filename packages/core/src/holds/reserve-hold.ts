import { type Claim, type Hold, type HoldChange, type HoldRecord, whole } from './hold-record.ts'

/**
 * Sets pieces aside. `over`: this claim was released before, the call is a late one. In a database one conditional
 * update does it: where `available` ≥ quantity and there is no hold of this name → available − quantity, hold added.
 */
export const reserveHold = <R extends HoldRecord>(
  record: R,
  { claim, quantity }: Claim,
  nowMs: number,
): HoldChange<'reserved' | 'short' | 'over', R> => {
  const hold = record.holds[claim]
  if (hold !== undefined) return { answer: hold.state === 'released' ? 'over' : 'reserved', record }
  if (record.available < whole(quantity)) return { answer: 'short', record }
  return { answer: 'reserved', record: withHold(record, claim, { state: 'held', quantity, atMs: nowMs }, -quantity) }
}

/** The next version of the record, with this hold and so many more (or fewer) to be had. */
export const withHold = <R extends HoldRecord>(record: R, claim: string, hold: Hold, more: number): R => ({
  ...record,
  version: record.version + 1,
  available: record.available + more,
  holds: { ...record.holds, [claim]: hold },
})
