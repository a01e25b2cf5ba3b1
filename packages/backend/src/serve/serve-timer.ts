import type { Deps } from '../deps.ts'
import { type HouseReport, keepHouse } from '../use-cases/housekeeping/keep-house.ts'
import type { Host } from './serve.ts'

export type TimerReply = { readonly ok: true; readonly report: HouseReport } | { readonly ok: false }

/** A cloud function's `main` for the timer. `isTimer` decides whether it was the timer that called. */
export const serveTimer =
  (deps: Deps, isTimer: () => boolean, host: Pick<Host, 'requestId' | 'clock' | 'log' | 'budgetMs'>) =>
  async (_event: unknown, context?: unknown): Promise<TimerReply> => {
    const startMs = host.clock.nowMs()
    const requestId = host.requestId(context)
    if (!isTimer()) {
      host.log.write({ level: 'warn', event: 'housekeeping', requestId, outcome: 'refused' })
      return { ok: false }
    }
    const report = await keepHouse(deps, startMs + host.budgetMs)
    const ms = host.clock.nowMs() - startMs
    host.log.write({ level: 'info', event: 'housekeeping', requestId, ms, outcome: 'ok', ...report })
    return { ok: true, report }
  }
