import type { Deps } from '../../deps.ts'
import { errandJobs } from '../errand/errand-jobs.ts'
import { shopJobs } from '../shop/shop-jobs.ts'
import { tipJobs } from '../tip/tip-jobs.ts'
import { askOpenRefunds } from './ask-open-refunds.ts'
import { bookmarksOfRun } from './bookmarks-of-run.ts'
import { confirmHints } from './confirm-hints.ts'
import type { Job } from './job.ts'
import { settleDueOrders, settleUnpaidOrders } from './settle-orders.ts'
import { walkBills } from './walk-bills.ts'

/**
 * What the clock does, in the order of what hurts most when it is late. Every job is safe to run twice and side by side,
 * and stops in time; the rest of its list comes next time. One line per vertical.
 */
export const jobs = {
  /** Deadlines and outboxes. */
  dueOrders: settleDueOrders,
  /** Payments whose notice was lost. */
  unpaidOrders: settleUnpaidOrders,
  /** Notices that could not be confirmed when they came. */
  hints: confirmHints,
  /** Refunds that WeChat took and never spoke of again. */
  openRefunds: askOpenRefunds,
  /** WeChat's daily list, the last word. */
  bills: walkBills,
  ...shopJobs,
  ...tipJobs,
  ...errandJobs,
} as const satisfies Record<string, Job>

/** Runs all jobs until `untilMs`. A job in trouble does not stop the others. */
export const keepHouse = async (all: Deps, untilMs: number): Promise<HouseReport> => {
  const deps = { ...all, bookmarks: bookmarksOfRun(all.bookmarks) }
  const report: Record<string, number> = {}
  for (const [name, job] of Object.entries(jobs)) {
    if (deps.clock.nowMs() >= untilMs) break
    try {
      report[name] = await job(deps, untilMs)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      deps.log.write({ level: 'error', event: 'housekeeping', job: name, error: text })
    }
  }
  return report
}

/** How many things each job looked at; a job that is missing failed or had no time. */
export type HouseReport = Readonly<Record<string, number>>
