/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks'
import { get, post } from './api.ts'
import { dateTime } from './format.ts'
import { t } from './lang.ts'

interface ClockState {
  readonly nowMs: number
  readonly offsetMs: number
  readonly pendingMs: readonly number[]
}

const minute = 60_000
const steps = [
  [t('1 分', '1 min'), minute],
  [t('5 分', '5 min'), 5 * minute],
  [t('30 分', '30 min'), 30 * minute],
  [t('2 时', '2 h'), 120 * minute],
  [t('1 天', '1 day'), 1440 * minute],
] as const

/** The emulator's clock, ticking, and what moves it on; timers, notices and deadlines on the way fire in order. */
export const ClockBar = ({ stamp }: { stamp: unknown }) => {
  const [state, setState] = useState<ClockState>()
  const [moving, setMoving] = useState(false)
  const [, tick] = useState(0)
  const load = () => get<ClockState>('clock').then(setState, () => undefined)
  useEffect(() => {
    load()
  }, [stamp])
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const advance = async (ms: number) => {
    setMoving(true)
    await post<ClockState>('clock/advance', { ms }).then(setState, () => undefined)
    setMoving(false)
  }
  const nowMs = Date.now() + (state?.offsetMs ?? 0)
  const next = state?.pendingMs.find((ms) => ms > nowMs)
  return (
    <section class="clock" aria-label={t('时钟', 'Clock')}>
      <time title={t('模拟器时间，北京', 'Emulator time, Beijing')}>{dateTime(nowMs)}</time>
      <span class="steps">
        {steps.map(([label, ms]) => (
          <button
            type="button"
            key={label}
            disabled={moving}
            title={t('推进时钟', 'Advance the clock')}
            onClick={() => advance(ms)}
          >
            +{label}
          </button>
        ))}
        <button
          type="button"
          disabled={moving || next === undefined}
          title={next === undefined ? '' : dateTime(next)}
          onClick={() => advance(Math.max(0, (next ?? nowMs) - nowMs) + 1)}
        >
          {t('到下一事件', 'to next event')}
        </button>
      </span>
    </section>
  )
}
