/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'preact/hooks'

export interface TimelineEvent {
  readonly id: number
  readonly at: number
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly name: string
  readonly requestId?: string
  readonly parentRequestId?: string
  readonly user?: string
  readonly orderNo?: string
  readonly ms?: number
  readonly ok?: boolean
  readonly detail?: unknown
}

const keep = 2000

/** What happened and what happens; `clear` empties the list on this page only. */
export const useTimeline = () => {
  const [events, setEvents] = useState<readonly TimelineEvent[]>([])
  const [connected, setConnected] = useState(false)
  useEffect(() => {
    let batch: TimelineEvent[] = []
    let frame = 0
    // A busy minute brings thousands of events; drawing once per frame keeps the page quick.
    const draw = () => {
      frame = 0
      const added = batch
      batch = []
      setEvents((old) => [...old, ...added].slice(-keep))
    }
    const source = new EventSource('/__emulator/events')
    source.onopen = () => setConnected(true)
    source.onerror = () => setConnected(false)
    source.onmessage = ({ data }) => {
      batch.push(JSON.parse(data))
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    return () => source.close()
  }, [])
  return { events, connected, clear: () => setEvents([]) }
}

/** Loads now and again whenever `stamp` changes, at most once per 300 ms. */
export const useFresh = <T>(load: () => Promise<T>, stamp: unknown) => {
  const [value, setValue] = useState<T>()
  const [error, setError] = useState('')
  const waiting = useRef(0)
  const refresh = () =>
    load().then(
      (loaded) => {
        setValue(loaded)
        setError('')
      },
      (reason: Error) => setError(reason.message),
    )
  useEffect(() => {
    if (waiting.current !== 0) return
    waiting.current = window.setTimeout(
      () => {
        waiting.current = 0
        refresh()
      },
      value === undefined ? 0 : 300,
    )
  }, [stamp])
  return { value, error, refresh }
}
