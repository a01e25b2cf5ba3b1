/** An append-only list of JSON records. What `append` returned from is kept, whatever happens to the process. */
export interface Journal {
  /** The records in order; read once at start. Throws DataFolderError when the file is damaged before its last line. */
  replay(): readonly unknown[]
  append(record: unknown): void
  /** Replaces all records by these, atomically. */
  rewrite(records: Iterable<unknown>): void
  close(): void
}

/** Keeps nothing; used when there is no data folder. */
export const memoryJournal = (): Journal => ({ replay: () => [], append: () => {}, rewrite: () => {}, close: () => {} })
