import type { Outcome } from '@pay/client'
import type { Page } from '@pay/core'

type Ask<T> = (cursor?: string) => Promise<Outcome<Page<T>, { readonly code: string }>>

/** The first pages of a list, until there are `least` items or no more. Undefined: an answer was lost, and with it all of it. */
export const readAgain = async <T>(ask: Ask<T>, least: number): Promise<Page<T> | undefined> => {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const outcome = await ask(cursor)
    if (!outcome.ok) return undefined
    items.push(...outcome.data.items)
    cursor = outcome.data.cursor
  } while (cursor !== undefined && items.length < least)
  return { items, ...(cursor !== undefined && { cursor }) }
}
