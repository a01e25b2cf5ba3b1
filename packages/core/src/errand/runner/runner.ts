import type { Brand } from '../../identity/brand.ts'
import type { OpenId, OrderNo } from '../../identity/ids.ts'
import type { Fen } from '../../money/fen.ts'
import type { PayoutState, RunnerAudit } from './transitions.ts'

/** Ours, 26 characters of 0-9A-Z, derived from the openid: names a runner where the openid must not be seen. */
export type RunnerNo = Brand<string, 'RunnerNo'>

/** Ours, 26 characters of 0-9A-Z: the same request is the same payout. */
export type PayoutNo = Brand<string, 'PayoutNo'>

/**
 * One document per runner: who it is, the tasks in hand, the money. Changed by compare-and-set on `version`, so that two
 * takes or two withdrawals of one runner never see the same slot or the same fen.
 */
export interface Runner {
  readonly runnerNo: RunnerNo
  readonly version: number
  readonly openid: OpenId
  readonly name: string
  readonly phone: string
  readonly audit: RunnerAudit
  /** Why the owner refused or suspended. */
  readonly because?: string
  readonly appliedAtMs: number
  /** Tasks at a time. */
  readonly limit: number
  /** Tasks in hand, by `slotOf(order, take)`, and since when. */
  readonly slots: Readonly<Record<string, number>>
  /** Can be withdrawn. */
  readonly availableFen: Fen
  /** Taken back of what was withdrawn already; the next earnings pay it off. One of the two is always 0. */
  readonly owedFen: Fen
  readonly earnings: Readonly<Record<OrderNo, Earning>>
  readonly payouts: Readonly<Record<PayoutNo, RunnerPayout>>
}

/** What one task brought. */
export interface Earning {
  /** Frozen: either side may still object. */
  readonly state: 'frozen' | 'settled'
  readonly amountFen: Fen
  readonly atMs: number
  /** Taken back after it was settled, by the name of the decision. */
  readonly clawedBack?: Readonly<Record<string, Fen>>
}

export interface RunnerPayout {
  readonly state: PayoutState
  readonly amountFen: Fen
  readonly requestedAtMs: number
  readonly endedAtMs?: number
  /** Where the money can be found: the number of the transfer, the owner's own or WeChat's. */
  readonly reference?: string
  /** Absent: by the owner, past WeChat. */
  readonly paidBy?: 'wechat'
  readonly because?: string
  /** Paid, and in the books. */
  readonly booked?: true
}
