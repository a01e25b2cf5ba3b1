import type { RequestId } from '@pay/core'

/** Where a requestId survives a closed page: the storage of the mini-program or of the browser's tab. */
export interface KeepsText {
  get(key: string): string | undefined
  set(key: string, value: string): void
  remove(key: string): void
}

export interface RequestKeeper {
  /** The requestId for submitting `content`: the kept one while its answer is unknown, else a new one. Kept before it is given. */
  for(purpose: string, content: unknown): RequestId
  /** The server has answered: the next submit, even of the same content, is a new wish. */
  answered(purpose: string, requestId: RequestId): void
}

/**
 * Makes the requestId before anything is submitted and keeps it until the answer is known, so that a retry after a lost
 * answer, a double tap or a killed app is the same request and finds the same order.
 */
export const createRequestKeeper = (storage: KeepsText, newId: () => RequestId, now: () => number): RequestKeeper => {
  const read = (purpose: string): readonly Kept[] => parse(storage.get(keyOf(purpose)))
  const write = (purpose: string, kept: readonly Kept[]) =>
    kept.length === 0 ? storage.remove(keyOf(purpose)) : storage.set(keyOf(purpose), JSON.stringify(kept))
  return {
    for: (purpose, content) => {
      const text = JSON.stringify(content)
      const alive = read(purpose).filter(({ atMs }) => now() - atMs < keptForMs)
      const known = alive.find((kept) => kept.text === text)
      if (known !== undefined) return known.requestId
      const requestId = newId()
      write(purpose, [...alive, { text, requestId, atMs: now() }].slice(-mostKept))
      return requestId
    },
    answered: (purpose, requestId) =>
      write(
        purpose,
        read(purpose).filter((kept) => kept.requestId !== requestId),
      ),
  }
}

interface Kept {
  readonly text: string
  readonly requestId: RequestId
  readonly atMs: number
}

/** As long as an unpaid order can live: after that the same content is a new wish. */
const keptForMs = 30 * 60_000
/** Unanswered requests with different contents; more than a person can have open. */
const mostKept = 8

const keyOf = (purpose: string) => `pay.request.${purpose}`

const parse = (text: string | undefined): readonly Kept[] => {
  if (text === undefined || text === '') return []
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? (value as Kept[]) : []
  } catch {
    // A damaged entry is worth less than a working button.
    return []
  }
}
