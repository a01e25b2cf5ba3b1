import type { Order, RefundMove } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import { openRefundAtMs } from '../../ports/order-store.ts'
import { applyEvents } from '../order/change-order.ts'
import { reportStuckRefund } from '../order/report-stuck-refund.ts'
import { runOutbox } from '../order/run-outbox.ts'
import { railOf, refundOrderOf } from '../order/submit-refund.ts'
import { eachOf } from './each-of.ts'
import type { Job } from './job.ts'

const hourMs = 3_600_000
/** WeChat says "within three days" to a card; after a week somebody should look. */
const stuckAfterMs = 7 * 24 * hourMs

/**
 * Refunds that WeChat took and never spoke of again, its notice lost and its bill made before they arrived. Asked once an
 * hour; where the query says nothing, as cloudPay's does in production, a person hears of it after a week.
 */
export const askOpenRefunds: Job = async (deps, untilMs) => {
  const nowMs = deps.clock.nowMs()
  if (nowMs < Number((await deps.bookmarks.get(askAt)) ?? 0)) return 0
  const seen = await eachOf(deps, {
    job: 'openRefunds',
    untilMs,
    find: (page) => deps.orders.find({ name: 'openRefund', beforeMs: nowMs - hourMs }, page),
    place: (order) => ({ atMs: openRefundAtMs(order) ?? 0, id: order.orderNo }),
    look: (order) => askRefunds(deps, order, untilMs),
  })
  if (deps.clock.nowMs() < untilMs) await deps.bookmarks.set(askAt, String(nowMs + hourMs))
  return seen
}

const askAt = 'openRefunds:askAt'

const askRefunds = async (deps: Deps, order: Order, untilMs: number): Promise<void> => {
  for (const refund of order.refunds) {
    if (refund.state !== 'accepted') continue
    const answer = await gatewayOf(deps, railOf(order, refund)).queryRefund(refundOrderOf(order, refund))
    const move = answer.kind === 'unknown' || answer.kind === 'none' ? undefined : moves[answer.kind]
    if (move === undefined || move === 'accept') {
      if (deps.clock.nowMs() > refund.requestedAtMs + stuckAfterMs)
        await reportStuckRefund(deps, order, refund, answer.kind, 'open')
      continue
    }
    if (move !== 'settle') await reportStuckRefund(deps, order, refund, answer.kind)
    const changed = await applyEvents(deps, order.orderNo, [
      { kind: 'refundSeen', outRefundNo: refund.outRefundNo, move },
    ])
    if (changed.ok) await runOutbox(deps, changed.value.order, untilMs)
  }
}

const moves: Readonly<Record<'accepted' | 'settled' | 'abnormal' | 'closed', RefundMove>> = {
  accepted: 'accept',
  settled: 'settle',
  abnormal: 'abnormal',
  closed: 'close',
}
