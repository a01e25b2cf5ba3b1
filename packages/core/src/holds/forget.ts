import type { HoldRecord } from './hold-record.ts'

/** The holds that came to their end before this moment. Still to be asked of each: can anything more come of the order? */
export const endedBefore = (record: HoldRecord, beforeMs: number): readonly string[] =>
  Object.entries(record.holds)
    .filter(([, hold]) => hold.state !== 'held' && hold.atMs < beforeMs)
    .map(([claim]) => claim)

/** Holds that never ended, for housekeeping to look up their orders. */
export const heldBefore = (record: HoldRecord, beforeMs: number): readonly string[] =>
  Object.entries(record.holds)
    .filter(([, hold]) => hold.state === 'held' && hold.atMs < beforeMs)
    .map(([claim]) => claim)

/** The record without these holds. Only for claims of which nothing more can come: a forgotten one could be made again. */
export const forgetHolds = <R extends HoldRecord>(record: R, claims: readonly string[]): R => {
  const kept = Object.entries(record.holds).filter(([claim, hold]) => hold.state === 'held' || !claims.includes(claim))
  if (kept.length === Object.keys(record.holds).length) return record
  return { ...record, version: record.version + 1, holds: Object.fromEntries(kept) }
}
