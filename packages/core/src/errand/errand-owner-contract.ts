import * as v from 'valibot'
import { action } from '../contract/contract.ts'
import { cursorField, fenField, freeTextField, neededTextField, orderNoField } from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import type { Fen } from '../money/fen.ts'
import { mostOrderFen } from '../money/order-range.ts'
import type { OrderRefusal } from '../order/order-contract.ts'
import type { OrderView } from '../order/order-view.ts'
import type { ErrandEventRefusal } from './errand-event.ts'
import type { RunnerRefusal } from './runner/apply.ts'
import type { PayoutRefusal } from './runner/payouts.ts'
import type { PayoutNo, RunnerNo } from './runner/runner.ts'
import type { RunnerView } from './runner/runner-view.ts'

const number = <T extends string>(what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[0-9A-Z]{26}$/, `takes ${what}: 26 characters of 0-9A-Z`),
    v.transform((value) => value as T),
  )
const runnerNo = number<RunnerNo>('the number of a runner')
const payoutNo = number<PayoutNo>('the number of a payout')
const audits = ['applied', 'approved', 'refused', 'suspended', 'barred'] as const

/** What the owner does about errands; part of the function `owner`. */
export const errandOwnerActions = {
  listRunners: action<Page<RunnerView>>()(
    v.strictObject({ audit: v.picklist(audits, 'takes a state'), cursor: v.optional(cursorField) }),
  ),
  auditRunner: action<RunnerView, RunnerRefusal>()(
    v.strictObject({
      runnerNo,
      move: v.picklist(
        ['approve', 'refuse', 'suspend', 'resume', 'bar'],
        'takes approve, refuse, suspend, resume or bar',
      ),
      /** The runner reads it. */
      because: v.optional(freeTextField(100), ''),
    }),
  ),
  /** Frozen tasks, oldest first. */
  listDisputes: action<Page<OrderView>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  /** So much back to the buyer, so much to the runner, the rest to the platform. Final. */
  settleDispute: action<OrderView, ErrandEventRefusal | OrderRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      refundFen: fenField(0, mostOrderFen),
      runnerFen: fenField(0, mostOrderFen),
      note: neededTextField(200),
    }),
  ),
  /** Money back after the end, with or without taking it from the runner. The same key is the same decision. */
  giveBackErrand: action<OrderView, ErrandEventRefusal | OrderRefusal>()(
    v.strictObject({
      orderNo: orderNoField,
      key: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,8}$/, 'takes 1 to 8 letters and digits')),
      refundFen: fenField(0, mostOrderFen),
      clawbackFen: fenField(0, mostOrderFen),
      note: neededTextField(200),
    }),
  ),
  /** Withdrawals that wait, oldest first. */
  listPayouts: action<Page<PayoutToMake>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  /** The owner transferred it: `reference` is where it can be found. */
  recordPayout: action<PayoutToMake, PayoutRefusal>()(
    v.strictObject({ runnerNo, payoutNo, reference: neededTextField(64) }),
  ),
  refusePayout: action<PayoutToMake, PayoutRefusal>()(
    v.strictObject({ runnerNo, payoutNo, because: neededTextField(100) }),
  ),
}

/** One withdrawal as the owner sees it. */
export interface PayoutToMake {
  readonly runnerNo: RunnerNo
  readonly payoutNo: PayoutNo
  readonly name: string
  readonly phone: string
  readonly amountFen: Fen
  readonly requestedAtMs: number
  readonly state: 'requested' | 'paid' | 'refused'
  readonly reference?: string
  readonly because?: string
}
