import type { Rail } from '@pay/core'
import { beijingDay, dayStartMs, nextDay } from '../../beijing-time.ts'
import type { Deps } from '../../deps.ts'
import { checkBill } from './check-bill.ts'
import type { Job } from './job.ts'
import { postBooks } from './post-books.ts'
import { reconcileDay } from './reconcile-day.ts'

const dayMs = 24 * 3_600_000
/** WeChat makes a bill from 9 to 10 the next morning; the minutes are for clocks that differ. */
const billReadyAfterMs = dayMs + 10 * 3_600_000 + 5 * 60_000
/** "No bill" and "still being made" are one answer. By noon it means that there was no trade. */
const emptyAfterMs = dayMs + 12 * 3_600_000
const askAgainAfterMs = 15 * 60_000
/** Bills are kept for three months. */
const oldestBillMs = 90 * dayMs

/**
 * WeChat's list of each day, checked against our orders: the last word on money whose notices were lost and whose order
 * nobody looks at any more. A day is done when its bill is; a machine that slept for a week walks seven days.
 */
export const walkBills: Job = async (deps, untilMs) => {
  let seen = 0
  for (const rail of Object.keys(deps.gateways) as Rail[]) seen += await walkRail(deps, rail, untilMs)
  return seen
}

const walkRail = async (deps: Deps, rail: Rail, untilMs: number): Promise<number> => {
  const nowMs = deps.clock.nowMs()
  const askAt = Number((await deps.bookmarks.get(`billAsk:${rail}`)) ?? 0)
  if (nowMs < askAt) return 0

  const last = await deps.bookmarks.get(`bill:${rail}`)
  let day = last === undefined ? beijingDay(nowMs - dayMs) : nextDay(last)
  // Where the walk begins is kept at once: a timer that then sleeps for a day must not begin anew after the money.
  if (last === undefined) await deps.bookmarks.set(`bill:${rail}`, beijingDay(nowMs - 2 * dayMs))
  if (dayStartMs(day) < nowMs - oldestBillMs) day = beijingDay(nowMs - oldestBillMs)
  let seen = 0
  while (dayStartMs(day) + billReadyAfterMs <= nowMs) {
    if (deps.clock.nowMs() >= untilMs) return seen
    const done = await checkDay(deps, rail, day, untilMs)
    if (done === 'outOfTime') return seen
    if (done === 'notYet') {
      await deps.bookmarks.set(`billAsk:${rail}`, String(nowMs + askAgainAfterMs))
      return seen
    }
    seen += done
    await deps.bookmarks.set(`bill:${rail}`, day)
    day = nextDay(day)
  }
  await deps.bookmarks.set(`billAsk:${rail}`, String(dayStartMs(day) + billReadyAfterMs))
  return seen
}

/** How many rows the bill had. */
const checkDay = async (
  deps: Deps,
  rail: Rail,
  day: string,
  untilMs: number,
): Promise<number | 'notYet' | 'outOfTime'> => {
  const bill = await deps.gateways[rail]?.bill?.(day)
  if (bill === undefined) return 0
  if (bill.kind === 'unknown') {
    deps.log.write({ level: 'warn', event: 'bill', day, rail, outcome: 'unknown', reason: bill.reason })
    return 'notYet'
  }
  if (bill.kind === 'none' && deps.clock.nowMs() < dayStartMs(day) + emptyAfterMs) return 'notYet'
  const rows = bill.kind === 'bill' ? bill.rows : []
  const place = `billRow:${rail}:${day}`
  const fromRow = Number((await deps.bookmarks.get(place)) ?? 0)
  const next = await checkBill(deps, { rail, rows, fromRow, untilMs })
  if (next !== undefined || !(await postBooks(deps, day, untilMs))) {
    await deps.bookmarks.set(place, String(next ?? rows.length))
    return 'outOfTime'
  }
  await reconcileDay(deps, { rail, day, rows })
  if (fromRow > 0) await deps.bookmarks.set(place, undefined)
  deps.log.write({ level: 'info', event: 'bill', day, rail, outcome: 'checked', rows: rows.length })
  return rows.length
}
