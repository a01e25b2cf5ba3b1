import type { Runner } from '@pay/core'
import { defined } from '../../../defined.ts'
import {
  type RunnerQuery,
  type RunnerStore,
  unbookedSinceMs,
  waitingSinceMs,
} from '../../../ports/errand/runner-store.ts'
import { findPage } from '../find-page.ts'
import type { WxDatabase, WxDocument } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/**
 * Runners in the cloud database: `{ _id, version, audit, appliedAtMs, waitingSinceMs?, unbookedSinceMs?, runner }`.
 * The runner is set as a whole, see `wxOrderStore`.
 */
export const wxRunnerStore = (db: WxDatabase): RunnerStore => {
  const _ = db.command
  const table = wxTable(db, 'runners')
  const read = (document: WxDocument) => document.runner as Runner
  return {
    insert: (runner) => table.insert(runner.runnerNo, { ...copiesOf(runner), runner }),
    async get(runnerNo) {
      const document = await table.get(String(runnerNo))
      return document === undefined ? undefined : read(document)
    },
    async replace(runner) {
      const { waitingSinceMs: waiting, unbookedSinceMs: unbooked, ...copies } = copiesOf(runner)
      const changed = await table.update(
        { _id: String(runner.runnerNo), version: runner.version - 1 },
        {
          ...copies,
          waitingSinceMs: waiting ?? _.remove(),
          unbookedSinceMs: unbooked ?? _.remove(),
          runner: _.set(runner),
        },
      )
      return changed === 1
    },
    find: (query, page) => findPage(table, _, { ...conditionOf(query), direction: 'asc', page, read }),
  }

  function conditionOf(query: RunnerQuery) {
    switch (query.name) {
      case 'inAudit':
        return { condition: { audit: String(query.audit) }, sortBy: 'appliedAtMs' }
      case 'waitingForMoney':
        return { condition: { waitingSinceMs: _.gte(0) }, sortBy: 'waitingSinceMs' }
      case 'unbooked':
        return { condition: { unbookedSinceMs: _.gte(0) }, sortBy: 'unbookedSinceMs' }
    }
  }
}

const copiesOf = (runner: Runner) => {
  const { version, audit, appliedAtMs } = runner
  const since = { waitingSinceMs: waitingSinceMs(runner), unbookedSinceMs: unbookedSinceMs(runner) }
  return { version, audit, appliedAtMs, ...defined(since) }
}
