import type { Outcome } from '@pay/client'
import { useCallback, useEffect, useRef, useState } from 'react'

type Refused = { readonly code: string }

export type Answer<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly data: T }
  | { readonly phase: 'failed'; readonly error: Refused }

/** Asks the server once per `key` (undefined: not yet), and again on `reload`, while the old answer stays on screen. */
export const useAnswer = <T>(key: string | undefined, ask: () => Promise<Outcome<T, Refused>>) => {
  const [answer, setAnswer] = useState<Answer<T>>({ phase: 'loading' })
  const latest = useRef(0)
  const current = useRef(ask)
  current.current = ask

  const reload = useCallback(async () => {
    const turn = ++latest.current
    setAnswer((shown) => (shown.phase === 'ready' ? shown : { phase: 'loading' }))
    const outcome = await current.current()
    if (turn !== latest.current) return
    setAnswer(outcome.ok ? { phase: 'ready', data: outcome.data } : { phase: 'failed', error: outcome.error })
  }, [])

  useEffect(() => {
    if (key !== undefined) void reload()
    return () => {
      latest.current++
    }
  }, [key, reload])

  return { answer, reload }
}
