import type { Runner, RunnerNo } from '@pay/core'
import {
  type RunnerQuery,
  type RunnerStore,
  unbookedSinceMs,
  waitingSinceMs,
} from '../../../ports/errand/runner-store.ts'
import { pageOf } from '../page-of.ts'

/** Runners in a Map. */
export const memoryRunnerStore = (runners = new Map<RunnerNo, Runner>()): RunnerStore => ({
  async insert(runner) {
    if (runners.has(runner.runnerNo)) return 'exists'
    runners.set(runner.runnerNo, runner)
    return 'inserted'
  },
  async get(runnerNo) {
    return runners.get(runnerNo)
  },
  async replace(runner) {
    if (runners.get(runner.runnerNo)?.version !== runner.version - 1) return false
    runners.set(runner.runnerNo, runner)
    return true
  },
  async find(query, page) {
    const found = [...runners.values()].filter((runner) => placeIn(query, runner) !== undefined)
    return pageOf(found, (runner) => ({ atMs: placeIn(query, runner) ?? 0, id: runner.runnerNo }), 'oldestFirst', page)
  },
})

/** The moment that sorts a runner in this list; `undefined`: not in it. */
const placeIn = (query: RunnerQuery, runner: Runner): number | undefined => {
  switch (query.name) {
    case 'inAudit':
      return runner.audit === query.audit ? runner.appliedAtMs : undefined
    case 'waitingForMoney':
      return waitingSinceMs(runner)
    case 'unbooked':
      return unbookedSinceMs(runner)
  }
}
