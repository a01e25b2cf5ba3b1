/** One line of an order's story: who did what, when, and the facts that explain it to a person. Appended, never changed. */
export interface HistoryEntry {
  readonly atMs: number
  readonly by: Actor
  /** What happened; the client has one sentence for each in its language. */
  readonly what: string
  /** Amounts in fen, numbers, names: what the sentence needs. */
  readonly facts?: Readonly<Record<string, string | number>>
}

export type Actor = 'buyer' | 'runner' | 'owner' | 'wechat' | 'system'
