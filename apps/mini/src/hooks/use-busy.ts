import { useCallback, useRef, useState } from 'react'

/** Locks a button from the tap until its work is done; a second tap meanwhile does nothing. */
export const useBusy = (): readonly [boolean, (work: () => Promise<unknown>) => Promise<void>] => {
  const [busy, setBusy] = useState(false)
  const locked = useRef(false)
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (locked.current) return
    locked.current = true
    setBusy(true)
    try {
      await work()
    } finally {
      locked.current = false
      setBusy(false)
    }
  }, [])
  return [busy, run]
}
