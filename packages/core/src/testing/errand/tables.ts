import { extraTransitions, nextExtra } from '../../errand/extra/errand-extra.ts'
import {
  nextPayoutState,
  nextRunnerAudit,
  payoutTransitions,
  runnerAuditTransitions,
} from '../../errand/runner/transitions.ts'
import { errandTaskTransitions, nextErrandTask } from '../../errand/transitions.ts'

/** The errands' tables, each with its question and the states in which it may rest for good. */
export const errandTables = {
  errandTaskTransitions: { table: errandTaskTransitions, next: nextErrandTask, final: ['notTaken', 'revoked'] },
  extraTransitions: { table: extraTransitions, next: nextExtra, final: ['credited', 'returned'] },
  runnerAuditTransitions: { table: runnerAuditTransitions, next: nextRunnerAudit, final: ['barred'] },
  payoutTransitions: { table: payoutTransitions, next: nextPayoutState, final: ['paid', 'refused'] },
} as const
