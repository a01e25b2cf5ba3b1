import type { Collection } from './collection.ts'
import type { Doc } from './values.ts'

/** An open transaction: a snapshot, its own writes over it, and locks on what it wrote. */
export interface Transaction {
  readonly id: string
  /** Set at the first operation: the last commit that it can see. */
  snapshotSeq: number | undefined
  readonly writes: Map<Collection, Map<string, Doc | undefined>>
  /** The invocation that opened it, to notice writes that were meant to be inside. */
  readonly openedBy: string | undefined
  state: 'open' | 'committed' | 'aborted'
  /** Resolves when it ends, however it does. */
  readonly ended: Promise<void>
  readonly end: () => void
}

export const createTransaction = (id: string, openedBy: string | undefined): Transaction => {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { id, snapshotSeq: undefined, writes: new Map(), openedBy, state: 'open', ended, end }
}
