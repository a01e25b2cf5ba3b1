import type { Deps } from '../../deps.ts'
import type { SignedPayment } from '../../ports/signed-payment-store.ts'
import { eachOf } from '../housekeeping/each-of.ts'
import type { Job } from '../housekeeping/job.ts'
import { reconcilePayment } from './reconcile-payment.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * When a signed payment is looked at after the first time: late money, then refunds, Apple's too. A year is how long money
 * can go back.
 */
const agesMs: readonly number[] = [dayMs, 3 * dayMs, 7 * dayMs, 30 * dayMs, 90 * dayMs, 366 * dayMs]

/** What takes the place of a bill on this rail: every payment that was ever signed is asked about, several times in its life. */
export const reconcileSigned: Job = async (deps, untilMs) => {
  const { tip } = deps
  if (tip === undefined) return 0
  return await eachOf(deps, {
    job: 'signedPayments',
    untilMs,
    find: (page) => tip.signed.due(deps.clock.nowMs(), page),
    place: ({ nextCheckMs, outTradeNo }) => ({ atMs: nextCheckMs, id: outTradeNo }),
    look: (payment) => look(deps, payment, untilMs),
  })
}

const look = async (deps: Deps, payment: SignedPayment, untilMs: number): Promise<void> => {
  const { outTradeNo, signedAtMs } = payment
  const found = await reconcilePayment(deps, payment, untilMs)
  const nowMs = deps.clock.nowMs()
  const next = agesMs.map((age) => signedAtMs + age).find((atMs) => atMs > nowMs)
  const again = found === 'agreed' ? next : nowMs + hourMs
  await deps.tip?.signed.lookAgain(outTradeNo, again)
}
