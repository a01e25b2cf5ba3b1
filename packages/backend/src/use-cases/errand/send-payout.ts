import { openPayouts, type PayoutNo, type Runner } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { PayoutOrder, TransferAnswer } from '../../ports/errand/payout.ts'
import { waitingSinceMs } from '../../ports/errand/runner-store.ts'
import { eachOf } from '../housekeeping/each-of.ts'
import type { Job } from '../housekeeping/job.ts'
import { endPayout } from './end-payout.ts'
import { errandPortsOf } from './errand-ports.ts'

/** Sends a withdrawal that waits, and writes down what became of it. Where the owner pays, it goes on waiting. */
export const sendPayout = async (deps: Deps, runner: Runner, payoutNo: PayoutNo): Promise<Runner> => {
  if (runner.payouts[payoutNo]?.state !== 'requested') return runner
  const { payout } = errandPortsOf(deps)
  return await written(deps, runner, payoutNo, await payout.transfer(payoutOrderOf(runner, payoutNo)))
}

/** Withdrawals whose sending was interrupted, and those whose end nobody has told us. */
export const sendAllPayouts: Job = async (deps, untilMs) => {
  if (deps.errand === undefined || deps.errand.payout.by === 'owner') return 0
  const { runners } = deps.errand
  return await eachOf(deps, {
    job: 'sendPayouts',
    untilMs,
    find: (page) => runners.find({ name: 'waitingForMoney' }, page),
    place: (runner) => ({ atMs: waitingSinceMs(runner) ?? 0, id: runner.runnerNo }),
    look: async (runner) => {
      let now = runner
      for (const [payoutNo] of openPayouts(runner)) now = await sendPayout(deps, now, payoutNo)
    },
  })
}

/** The withdrawal as the rail takes it: always the same for the same one. */
export const payoutOrderOf = ({ openid, payouts }: Runner, payoutNo: PayoutNo): PayoutOrder => {
  const payout = payouts[payoutNo]
  if (payout === undefined) throw new Error(`${payoutNo}: no such payout`)
  return { payoutNo, receiver: openid, amountFen: payout.amountFen }
}

/** What the rail says of a withdrawal, in the runner's document. What is not known yet leaves it as it is. */
export const written = async (
  deps: Deps,
  runner: Runner,
  payoutNo: PayoutNo,
  answer: TransferAnswer,
): Promise<Runner> => {
  if (answer.kind === 'unknown')
    deps.log.write({ level: 'warn', event: 'payout', payoutNo, outcome: 'unknown', reason: answer.reason })
  if (answer.kind !== 'paid' && answer.kind !== 'over') return runner
  const end =
    answer.kind === 'paid'
      ? ({ kind: 'paid', reference: answer.reference, by: 'wechat' } as const)
      : ({ kind: 'refused', because: '' } as const)
  const ended = await endPayout(deps, runner, payoutNo, end)
  return ended.ok ? ended.value : runner
}
