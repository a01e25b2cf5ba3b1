import { orderNoOf } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import { maskOf } from '../../digest.ts'
import type { Hint } from '../../ports/hint-store.ts'
import type { PaymentNotice } from '../../ports/payment-notice.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import { eachOf } from './each-of.ts'
import type { Job } from './job.ts'

/** A notice that WeChat does not confirm for so long was never true; the bill would know otherwise. */
const hintLivesMs = 3 * 24 * 3_600_000

/** Asks WeChat about the notices that could not be confirmed when they came. */
export const confirmHints: Job = (deps, untilMs) =>
  eachOf(deps, {
    job: 'hints',
    untilMs,
    find: (page) => deps.hints.list(page),
    place: ({ atMs, key }) => ({ atMs, id: key }),
    look: (hint) => confirm(deps, hint, untilMs),
  })

const confirm = async (deps: Deps, { key, notice, atMs }: Hint, untilMs: number): Promise<void> => {
  const orderNo = orderNoOf(notice.outTradeNo)
  const known = orderNo === undefined ? undefined : await deps.orders.get(orderNo)
  const attempt = known?.attempts.find((one) => one.outTradeNo === notice.outTradeNo)
  const settled =
    attempt === undefined && notice.kind === 'payment'
      ? await listOrphan(deps, notice)
      : (await handleNotice(deps, { kind: 'notice', notice }, untilMs)) === 'acknowledged'
  if (settled || deps.clock.nowMs() > atMs + hintLivesMs) await deps.hints.drop(key)
}

/** Real money that no order explains: listed at once, sent back once the bill confirms it. */
const listOrphan = async (deps: Deps, notice: PaymentNotice): Promise<boolean> => {
  const answer = await gatewayOf(deps, notice.rail).query(notice.outTradeNo, notice.payer)
  if (answer.kind !== 'paid') return false
  await deps.incidents.record({
    key: `orphanPayment-${notice.outTradeNo}`,
    kind: 'orphanPayment',
    atMs: deps.clock.nowMs(),
    facts: {
      outTradeNo: notice.outTradeNo,
      transactionId: answer.payment.transactionId,
      paidFen: answer.payment.totalFen,
      payer: maskOf(answer.payer),
    },
  })
  return true
}
