/** Where a job of housekeeping stopped when its time was up: it goes on from there, so that a long list starves nobody. */
export interface BookmarkStore {
  get(job: string): Promise<string | undefined>
  /** Every job's place, in one request: there are a few dozen. */
  all(): Promise<ReadonlyMap<string, string>>
  /** `undefined` starts from the beginning. Two copies may overwrite each other; every job is safe to run twice. */
  set(job: string, place: string | undefined): Promise<void>
}
