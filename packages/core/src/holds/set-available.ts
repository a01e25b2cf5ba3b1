import { type HoldRecord, whole } from './hold-record.ts'

/** The owner counted the shelf: so many can be had now, besides what is held. */
export const setAvailable = <R extends HoldRecord>(record: R, available: number): R => ({
  ...record,
  version: record.version + 1,
  available: whole(available),
})

/** More came in, or fewer are there than thought (negative). Never below 0. */
export const restock = <R extends HoldRecord>(record: R, more: number): R =>
  setAvailable(record, Math.max(record.available + more, 0))
