import type { Outcome } from '@pay/client'
import type { Page } from '@pay/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepSame } from './keep-same.ts'
import { readAgain } from './read-again.ts'

type Refused = { readonly code: string }

export type ListPhase = 'loading' | 'failed' | 'ready' | 'more' | 'moreFailed' | 'end'

/** A list that is read page by page. `key` names the list: another key is another list, read from its start. */
export const usePages = <T>(key: string, ask: (cursor?: string) => Promise<Outcome<Page<T>, Refused>>) => {
  const [items, setItems] = useState<readonly T[]>([])
  const [phase, setPhase] = useState<ListPhase>('loading')
  const [error, setError] = useState<Refused>()
  const cursor = useRef<string>()
  const turn = useRef(0)
  const asking = useRef(false)
  const current = useRef(ask)
  current.current = ask
  const shown = useRef(0)
  shown.current = items.length

  const read = useCallback(async (from: string | undefined, first: boolean) => {
    const mine = ++turn.current
    asking.current = true
    const outcome = await current.current(from)
    if (mine !== turn.current) return
    asking.current = false
    if (!outcome.ok) {
      setError(outcome.error)
      setPhase(first ? 'failed' : 'moreFailed')
      return
    }
    setItems((before) => (first ? outcome.data.items : [...before, ...outcome.data.items]))
    cursor.current = outcome.data.cursor
    setPhase(outcome.data.cursor === undefined ? 'end' : 'ready')
  }, [])

  /** From the start; what is shown stays until the answer is there. */
  const reload = useCallback(() => read(undefined, true), [read])

  /** Back from one of the items: as many as are shown are read again, and meanwhile all stay where they are. */
  const refresh = useCallback(async () => {
    if (shown.current === 0) return reload()
    const mine = ++turn.current
    asking.current = true
    const again = await readAgain(current.current, shown.current)
    if (mine !== turn.current) return
    asking.current = false
    // A lost answer leaves what is shown: it is old, not wrong, and the next return asks again.
    if (again !== undefined) {
      cursor.current = again.cursor
      setItems((before) => keepSame(before, again.items))
    }
    setPhase(cursor.current === undefined ? 'end' : 'ready')
  }, [reload])

  const more = useCallback(() => {
    if (asking.current || cursor.current === undefined) return
    setPhase('more')
    void read(cursor.current, false)
  }, [read])

  useEffect(() => {
    setPhase('loading')
    setItems([])
    void reload()
    return () => {
      turn.current++
    }
  }, [key, reload])

  return { items, phase, error, reload, refresh, more }
}
