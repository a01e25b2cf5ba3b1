/** One page of a list. `cursor` asks for the next one; absent: this was the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly cursor?: string
}
