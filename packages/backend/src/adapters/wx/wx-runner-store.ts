import type { Runner } from '@pay/core'
import { type RunnerStore, waitingSinceMs } from '../../ports/runner-store.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/** Runners in the cloud database: `{ _id, version, audit, appliedAtMs, waitingSinceMs?, runner }`, the runner set as a whole. */
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
      const { waitingSinceMs: since, ...copies } = copiesOf(runner)
      const changed = await table.update(
        { _id: String(runner.runnerNo), version: runner.version - 1 },
        { ...copies, waitingSinceMs: since ?? _.remove(), runner: _.set(runner) },
      )
      return changed === 1
    },
    find: (query, page) =>
      findPage(
        table,
        _,
        query.name === 'inAudit'
          ? { condition: { audit: String(query.audit) }, sortBy: 'appliedAtMs', direction: 'asc', page, read }
          : { condition: { waitingSinceMs: _.gte(0) }, sortBy: 'waitingSinceMs', direction: 'asc', page, read },
      ),
  }
}

const copiesOf = (runner: Runner) => {
  const { version, audit, appliedAtMs } = runner
  const since = waitingSinceMs(runner)
  return { version, audit, appliedAtMs, ...(since === undefined ? {} : { waitingSinceMs: since }) }
}
