import { decide, type Order, orderNoOf, type Refund, type RefundMove } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import type { RefundNotice } from '../../ports/payment-notice.ts'
import { changeOrder } from '../order/change-order.ts'
import { orphanRefundNo } from '../order/orphan-refund-no.ts'
import { reportStuckRefund } from '../order/report-stuck-refund.ts'
import { runOutbox } from '../order/run-outbox.ts'
import { railOf, refundOrderOf } from '../order/submit-refund.ts'
import type { NoticeOutcome } from './notice-outcome.ts'

/**
 * cloudPay's refund query answers with empty lists in production, so a refund is believed by its guarded notice, unless
 * the query says something else.
 */
export const handleRefundNotice = async (deps: Deps, notice: RefundNotice, untilMs: number): Promise<NoticeOutcome> => {
  const orderNo = orderNoOf(notice.outTradeNo)
  const order = orderNo === undefined ? undefined : await deps.orders.get(orderNo)
  const refund = order?.refunds.find((one) => one.outRefundNo === notice.outRefundNo)
  if (order === undefined || refund === undefined) {
    // Our own refund of a payment without an order; when it has arrived, its incident said that it would. Any other was
    // made at WeChat Pay's own console.
    const ours = notice.outRefundNo === orphanRefundNo(notice.outTradeNo)
    if (!ours) await report(deps, notice, { field: 'unknown' }, order)
    else if (notice.state !== 'settled') await report(deps, notice, { answer: notice.state })
    return 'acknowledged'
  }
  // What has arrived has arrived: an older notice, that it was stuck, may still be on its way.
  if (refund.state === notice.state || refund.state === 'settled') return 'acknowledged'
  const field = misfit(order, refund, notice)
  if (field !== undefined) {
    await report(deps, notice, { field }, order)
    return 'acknowledged'
  }

  const state = await gatewayOf(deps, railOf(order, refund)).queryRefund(refundOrderOf(order, refund))
  if (state.kind !== 'unknown' && state.kind !== notice.state) {
    await deps.hints.keep(notice, deps.clock.nowMs())
    return 'repeat'
  }
  if (notice.state !== 'settled') await reportStuckRefund(deps, order, notice, notice.state)
  const { outRefundNo, refundId } = notice
  const event = { kind: 'refundSeen', outRefundNo, refundId, move: moves[notice.state] } as const
  const changed = await changeOrder(deps, order, (now, nowMs) => decide(now, event, nowMs))
  if (!changed.ok) return 'repeat'
  await runOutbox(deps, changed.value, untilMs)
  return 'acknowledged'
}

const moves: Readonly<Record<RefundNotice['state'], RefundMove>> = {
  settled: 'settle',
  abnormal: 'abnormal',
  closed: 'close',
}

const misfit = (order: Order, refund: Refund, notice: RefundNotice): string | undefined => {
  if (refund.outTradeNo !== notice.outTradeNo) return 'outTradeNo'
  if (refund.amountFen !== notice.amountFen) return 'amount'
  const { totalFen } = refundOrderOf(order, refund)
  return totalFen === notice.totalFen ? undefined : 'total'
}

/** What does not fit, or what WeChat says of a refund that does not arrive. */
type Why = { readonly field: string } | { readonly answer: RefundNotice['state'] }

const report = (deps: Deps, notice: RefundNotice, why: Why, order?: Order) =>
  deps.incidents.record({
    key: `refundStuck-${notice.outRefundNo}-${'field' in why ? why.field : why.answer}`,
    kind: 'refundStuck',
    atMs: deps.clock.nowMs(),
    facts: {
      ...(order === undefined ? {} : { orderNo: order.orderNo }),
      outTradeNo: notice.outTradeNo,
      outRefundNo: notice.outRefundNo,
      amountFen: notice.amountFen,
      ...why,
    },
  })
