import type { OpenId } from '../../identity/ids.ts'
import { zeroFen } from '../../money/fen.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Runner, RunnerNo } from './runner.ts'
import { nextRunnerAudit, type RunnerAudit, type RunnerAuditMove } from './transitions.ts'

/** Tasks at a time, until the owner says otherwise. */
export const firstLimit = 3

export interface Application {
  readonly name: string
  readonly phone: string
}

/** A person who wants to run, for the first time. */
export const newRunner = (runnerNo: RunnerNo, openid: OpenId, { name, phone }: Application, nowMs: number): Runner => ({
  runnerNo,
  version: 1,
  openid,
  name,
  phone,
  audit: 'applied',
  appliedAtMs: nowMs,
  limit: firstLimit,
  slots: {},
  availableFen: zeroFen,
  owedFen: zeroFen,
  earnings: {},
  payouts: {},
})

/** Who was refused can try again with better facts. The same application once more changes nothing. */
export const applyAgain = (
  runner: Runner,
  { name, phone }: Application,
  nowMs: number,
): Result<Runner, RunnerRefusal> => {
  if (runner.audit !== 'refused' && runner.name === name && runner.phone === phone) return ok(runner)
  if (runner.audit === 'applied') return ok(next(runner, { name, phone }))
  const audit = nextRunnerAudit(runner.audit, 'apply')
  if (audit === undefined) return err({ code: 'RUNNER_NOT_NOW', audit: runner.audit })
  const { because: _, ...rest } = runner
  return ok(next(rest, { name, phone, audit, appliedAtMs: nowMs }))
}

/** The owner decides who may run. */
export const auditRunner = (
  runner: Runner,
  move: Exclude<RunnerAuditMove, 'apply'>,
  because: string,
): Result<Runner, RunnerRefusal> => {
  if (runner.audit === auditAfter[move]) return ok(runner)
  const audit = nextRunnerAudit(runner.audit, move)
  if (audit === undefined) return err({ code: 'RUNNER_NOT_NOW', audit: runner.audit })
  const { because: _, ...rest } = runner
  return ok(next(rest, { audit, ...(because === '' ? {} : { because }) }))
}

const auditAfter = {
  approve: 'approved',
  refuse: 'refused',
  suspend: 'suspended',
  resume: 'approved',
  bar: 'barred',
} as const

export type RunnerRefusal =
  /** Not approved, or not to be audited like this now. */
  { readonly code: 'RUNNER_NOT_NOW'; readonly audit: RunnerAudit }

/** One version on. */
export const next = (runner: Runner, fields: Partial<Runner>): Runner => ({
  ...runner,
  ...fields,
  version: runner.version + 1,
})
