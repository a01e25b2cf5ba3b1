import type { OrderNo } from '../../identity/ids.ts'
import type { Fen } from '../../money/fen.ts'
import { frozenFen } from './earnings.ts'
import { leastPayoutFen, mostPayoutFen } from './payouts.ts'
import type { Reputation } from './reputation.ts'
import type { Earning, PayoutNo, Runner, RunnerNo, RunnerPayout } from './runner.ts'
import type { RunnerAudit } from './transitions.ts'

/** A runner as he sees himself, and as the owner sees him. No openid. */
export interface RunnerView {
  readonly runnerNo: RunnerNo
  readonly name: string
  readonly phone: string
  readonly audit: RunnerAudit
  readonly because?: string
  readonly appliedAtMs: number
  readonly limit: number
  readonly inHand: number
  readonly rating?: { readonly count: number; readonly stars: number }
}

/** What a runner earned, newest first, and what became of it. */
export interface EarningsView {
  readonly availableFen: Fen
  readonly frozenFen: Fen
  readonly owedFen: Fen
  readonly leastPayoutFen: Fen
  readonly mostPayoutFen: Fen
  readonly earnings: readonly (Earning & { readonly orderNo: OrderNo })[]
  readonly payouts: readonly (RunnerPayout & { readonly payoutNo: PayoutNo })[]
}

export const viewRunner = (runner: Runner, reputation?: Reputation): RunnerView => ({
  runnerNo: runner.runnerNo,
  name: runner.name,
  phone: runner.phone,
  audit: runner.audit,
  ...(runner.because === undefined ? {} : { because: runner.because }),
  appliedAtMs: runner.appliedAtMs,
  limit: runner.limit,
  inHand: Object.keys(runner.slots).length,
  ...(reputation === undefined || reputation.count === 0
    ? {}
    : { rating: { count: reputation.count, stars: reputation.stars } }),
})

export const viewEarnings = (runner: Runner): EarningsView => ({
  availableFen: runner.availableFen,
  frozenFen: frozenFen(runner),
  owedFen: runner.owedFen,
  leastPayoutFen,
  mostPayoutFen,
  earnings: (Object.entries(runner.earnings) as [OrderNo, Earning][])
    .map(([orderNo, earning]) => ({ ...earning, orderNo }))
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, shownEarnings),
  payouts: (Object.entries(runner.payouts) as [PayoutNo, RunnerPayout][])
    .map(([payoutNo, payout]) => ({ ...payout, payoutNo }))
    .sort((a, b) => b.requestedAtMs - a.requestedAtMs)
    .slice(0, shownEarnings),
})

const shownEarnings = 50
