import {
  type PayoutNo,
  type PayoutRefusal,
  type Result,
  type Runner,
  type RunnerNo,
  recordPayout,
  refusePayout,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { PortError } from '../../ports/port-error.ts'
import { sendOne } from '../order/tell.ts'
import { bookPayouts } from './book-payouts.ts'
import { type Busy, changeRunner } from './change-runner.ts'
import { errandWords } from './errand-words.ts'

export type PayoutEnd =
  | { readonly kind: 'paid'; readonly reference: string; readonly by: 'owner' | 'wechat' }
  | { readonly kind: 'refused'; readonly because: string }

/**
 * Paid, or refused: written into the runner's document, told to the runner, put into the books. Whose replace it was sends
 * the message, and nobody sends it again: a crash in between loses it.
 */
export const endPayout = async (
  deps: Deps,
  start: RunnerNo | Runner,
  payoutNo: PayoutNo,
  how: PayoutEnd,
): Promise<Result<Runner, PayoutRefusal | Busy>> => {
  let ended = false
  const changed = await changeRunner(deps, start, (runner, nowMs) => {
    const decided =
      how.kind === 'paid'
        ? recordPayout(runner, payoutNo, how.reference, nowMs, how.by)
        : refusePayout(runner, payoutNo, how.because, nowMs)
    ended = decided.ok && decided.value !== runner
    return decided
  })
  if (!changed.ok) return changed
  if (ended) await tellRunner(deps, changed.value, payoutNo)
  await bookNow(deps, changed.value)
  return changed
}

const tellRunner = async (deps: Deps, { openid, payouts }: Runner, payoutNo: PayoutNo): Promise<void> => {
  const payout = payouts[payoutNo]
  if (payout === undefined) return
  const message = payout.state === 'paid' ? 'errand.paidOut' : 'errand.payoutRefused'
  const { state, note } = errandWords[message]
  await sendOne(deps, {
    message,
    to: openid,
    what: '跑腿收入提现',
    state,
    note: payout.because?.trim() || note,
    no: payoutNo,
    amountFen: payout.amountFen,
    atMs: deps.clock.nowMs(),
  })
}

/** What is left of it, housekeeping does. */
const bookNow = async (deps: Deps, runner: Runner): Promise<void> => {
  try {
    await bookPayouts(deps, runner)
  } catch (error) {
    if (!(error instanceof PortError)) throw error
  }
}
