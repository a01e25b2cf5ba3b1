export { type Application, applyAgain, auditRunner, firstLimit, newRunner, type RunnerRefusal } from './apply.ts'
export { clawBack, freezeEarning, frozenFen, keptEarnings, netEarningFen, settleEarning } from './earnings.ts'
export {
  keptPayouts,
  leastPayoutFen,
  markBooked,
  mostOpenPayouts,
  mostPayoutFen,
  openPayouts,
  type PayoutRefusal,
  recordPayout,
  refusePayout,
  requestPayout,
  unbookedPayouts,
} from './payouts.ts'
export { countRating, keptRatings, noReputation, type Reputation } from './reputation.ts'
export type { Earning, PayoutNo, Runner, RunnerNo, RunnerPayout } from './runner.ts'
export { type EarningsView, type RunnerView, viewEarnings, viewRunner } from './runner-view.ts'
export { releaseSlots, type SlotRefusal, takeSlot } from './slots.ts'
export {
  nextPayoutState,
  nextRunnerAudit,
  type PayoutMove,
  type PayoutState,
  payoutTransitions,
  type RunnerAudit,
  type RunnerAuditMove,
  runnerAuditTransitions,
} from './transitions.ts'
