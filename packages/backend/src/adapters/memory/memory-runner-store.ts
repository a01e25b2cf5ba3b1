import type { Runner, RunnerNo } from '@pay/core'
import { type RunnerStore, waitingSinceMs } from '../../ports/runner-store.ts'
import { pageOf } from './page-of.ts'

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
    const all = [...runners.values()]
    const found =
      query.name === 'inAudit'
        ? all.filter(({ audit }) => audit === query.audit)
        : all.filter((runner) => waitingSinceMs(runner) !== undefined)
    const atMs = (runner: Runner) => (query.name === 'inAudit' ? runner.appliedAtMs : (waitingSinceMs(runner) ?? 0))
    return pageOf(found, (runner) => ({ atMs: atMs(runner), id: runner.runnerNo }), 'oldestFirst', page)
  },
})
