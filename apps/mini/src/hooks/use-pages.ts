import type { Outcome } from '@pay/client'
import type { Page } from '@pay/core'
import { useCallback, useEffect, useRef, useState } from 'react'

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

  return { items, phase, error, reload, more }
}
