import { type MoveOf, nextIn, type TransitionTable } from '../../order/transition-table.ts'

/** May this person run? The owner decides. */
export const runnerAuditTransitions = {
  applied: { approve: 'approved', refuse: 'refused' },
  /** Can apply again. */
  refused: { apply: 'applied' },
  approved: { suspend: 'suspended' },
  /** Takes nothing new, finishes what is in hand, withdraws what is earned. */
  suspended: { resume: 'approved', bar: 'barred' },
  /** For good. What is earned stays his. */
  barred: {},
} as const satisfies TransitionTable

export type RunnerAudit = keyof typeof runnerAuditTransitions
export type RunnerAuditMove = MoveOf<typeof runnerAuditTransitions>

export const nextRunnerAudit = nextIn(runnerAuditTransitions)

/** A withdrawal. Its money is out of the balance from the first moment on. */
export const payoutTransitions = {
  requested: { pay: 'paid', refuse: 'refused' },
  /** Transferred, and the reference is written down. */
  paid: {},
  /** The money is back in the balance. */
  refused: {},
} as const satisfies TransitionTable

export type PayoutState = keyof typeof payoutTransitions
export type PayoutMove = MoveOf<typeof payoutTransitions>

export const nextPayoutState = nextIn(payoutTransitions)
