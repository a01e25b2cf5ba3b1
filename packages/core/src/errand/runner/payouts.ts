import { type Fen, fen } from '../../money/fen.ts'
import { err, ok, type Result } from '../../result.ts'
import { next } from './apply.ts'
import { balance } from './earnings.ts'
import type { PayoutNo, Runner, RunnerPayout } from './runner.ts'
import { nextPayoutState, type PayoutMove, type PayoutState } from './transitions.ts'

/**
 * WeChat transfers nothing below 0.30 yuan, and asks for the receiver's full name from 2,000 yuan on:
 * https://pay.weixin.qq.com/doc/v3/merchant/4012716434. Transfers by hand keep to the same, so that the rail can follow.
 */
export const leastPayoutFen = fen(30)
export const mostPayoutFen = fen(1_999_99)

/** Waiting at a time: the owner sees one line per wish, not twenty. */
export const mostOpenPayouts = 3

/** The money leaves the balance with the wish, so no second wish can have it. The same number is the same payout. */
export const requestPayout = (
  runner: Runner,
  payoutNo: PayoutNo,
  amountFen: Fen,
  nowMs: number,
): Result<Runner, PayoutRefusal> => {
  const known = runner.payouts[payoutNo]
  if (known !== undefined) return known.amountFen === amountFen ? ok(runner) : err({ code: 'REQUEST_REUSED' })
  if (amountFen < leastPayoutFen || amountFen > mostPayoutFen)
    return err({ code: 'PAYOUT_OUT_OF_RANGE', leastFen: leastPayoutFen, mostFen: mostPayoutFen })
  if (amountFen > runner.availableFen) return err({ code: 'BALANCE_TOO_LOW', availableFen: runner.availableFen })
  if (openPayouts(runner).length >= mostOpenPayouts) return err({ code: 'TOO_MANY_PAYOUTS', most: mostOpenPayouts })
  const payout: RunnerPayout = { state: 'requested', amountFen, requestedAtMs: nowMs }
  return ok(next(runner, { ...balance(runner, -amountFen), payouts: withPayout(runner, payoutNo, payout) }))
}

/** It is transferred, by the owner or by WeChat, and can be found under this number. */
export const recordPayout = (
  runner: Runner,
  payoutNo: PayoutNo,
  reference: string,
  nowMs: number,
  by: 'owner' | 'wechat' = 'owner',
): Result<Runner, PayoutRefusal> => {
  const known = runner.payouts[payoutNo]
  if (known?.state === 'paid' && known.reference === reference) return ok(runner)
  const ended = end(known, 'pay', nowMs)
  if (!ended.ok) return ended
  const paid: RunnerPayout = { ...ended.value, reference, ...(by === 'wechat' ? { paidBy: by } : {}) }
  return ok(next(runner, { payouts: withPayout(runner, payoutNo, paid) }))
}

/** Nobody pays it: the money is back in the balance. */
export const refusePayout = (
  runner: Runner,
  payoutNo: PayoutNo,
  because: string,
  nowMs: number,
): Result<Runner, PayoutRefusal> => {
  const known = runner.payouts[payoutNo]
  if (known?.state === 'refused') return ok(runner)
  const ended = end(known, 'refuse', nowMs)
  if (!ended.ok) return ended
  const payouts = withPayout(runner, payoutNo, { ...ended.value, because })
  return ok(next(runner, { ...balance(runner, ended.value.amountFen), payouts }))
}

/** Paid, and not in the books yet. */
export const unbookedPayouts = ({ payouts }: Pick<Runner, 'payouts'>): readonly (readonly [PayoutNo, RunnerPayout])[] =>
  (Object.entries(payouts) as [PayoutNo, RunnerPayout][]).filter(
    ([, { state, booked }]) => state === 'paid' && booked !== true,
  )

/** These are in the books now. */
export const markBooked = (runner: Runner, payoutNos: readonly PayoutNo[]): Runner => {
  const fresh = unbookedPayouts(runner).filter(([payoutNo]) => payoutNos.includes(payoutNo))
  if (fresh.length === 0) return runner
  const marked = Object.fromEntries(fresh.map(([payoutNo, payout]) => [payoutNo, { ...payout, booked: true }]))
  return next(runner, { payouts: { ...runner.payouts, ...marked } })
}

export const openPayouts = ({ payouts }: Pick<Runner, 'payouts'>): readonly (readonly [PayoutNo, RunnerPayout])[] =>
  (Object.entries(payouts) as [PayoutNo, RunnerPayout][]).filter(([, { state }]) => state === 'requested')

export type PayoutRefusal =
  | { readonly code: 'PAYOUT_OUT_OF_RANGE'; readonly leastFen: Fen; readonly mostFen: Fen }
  | { readonly code: 'BALANCE_TOO_LOW'; readonly availableFen: Fen }
  | { readonly code: 'TOO_MANY_PAYOUTS'; readonly most: number }
  /** The same requestId came before with another amount. */
  | { readonly code: 'REQUEST_REUSED' }
  | { readonly code: 'NO_SUCH_PAYOUT' }
  | { readonly code: 'PAYOUT_NOT_NOW'; readonly payout: PayoutState }

const end = (
  payout: RunnerPayout | undefined,
  move: PayoutMove,
  nowMs: number,
): Result<RunnerPayout, PayoutRefusal> => {
  if (payout === undefined) return err({ code: 'NO_SUCH_PAYOUT' })
  const state = nextPayoutState(payout.state, move)
  if (state === undefined) return err({ code: 'PAYOUT_NOT_NOW', payout: payout.state })
  return ok({ ...payout, state, endedAtMs: nowMs })
}

/** The document keeps the last ones that ended; the ledger keeps all. */
export const keptPayouts = 200

const withPayout = (runner: Runner, payoutNo: PayoutNo, payout: RunnerPayout): Runner['payouts'] => {
  const all: Runner['payouts'] = { ...runner.payouts, [payoutNo]: payout }
  const ended = Object.entries(all).filter(([, { state, booked }]) => state === 'refused' || booked === true)
  if (ended.length <= keptPayouts) return all
  const [oldest] = ended.reduce((one, other) => (other[1].requestedAtMs < one[1].requestedAtMs ? other : one))
  return Object.fromEntries(Object.entries(all).filter(([no]) => no !== oldest))
}
