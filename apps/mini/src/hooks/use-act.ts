import type { Outcome } from '@pay/client'
import { useCallback, useState } from 'react'
import { explain } from '../text/explain.ts'
import { useBusy } from './use-busy.ts'

type Refused = { readonly code: string }

/** Something a person does on a page: locked while it is under way, its refusal kept as a sentence for the page to show. */
export const useAct = (own: Readonly<Record<string, string>> = {}) => {
  const [busy, run] = useBusy()
  const [trouble, setTrouble] = useState<string>()
  const act = useCallback(
    <T>(work: () => Promise<Outcome<T, Refused>>, then?: (data: T) => unknown, sure?: () => Promise<boolean>) =>
      run(async () => {
        setTrouble(undefined)
        // The question is part of the lock: two taps are asked once.
        if (sure !== undefined && !(await sure())) return
        const outcome = await work()
        if (outcome.ok) await then?.(outcome.data)
        else setTrouble(explain(outcome.error, own))
      }),
    [run, own],
  )
  return { busy, trouble, act, setTrouble }
}
