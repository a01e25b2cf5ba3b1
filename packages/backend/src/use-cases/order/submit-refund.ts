import type { Order, Refund } from '@pay/core'
import { gatewayOf } from '../../deps.ts'
import type { RefundOrder } from '../../ports/gateway.ts'
import type { EffectRunner } from './effect-runner.ts'

/** After so many refusals a person should look: the account is short of money, the permission is missing, the year is over. */
const triesBeforeIncident = 5

/** Submits a refund under its number, as often as it takes. Accepted is not yet settled: the notice or the bill says that. */
export const submitRefund: EffectRunner<'submitRefund'> = async (deps, order, effect, entry) => {
  const refund = order.refunds.find((one) => one.outRefundNo === effect.outRefundNo)
  if (refund === undefined || refund.state !== 'requested') return { kind: 'done' }
  const asked = refundOrderOf(order, refund)
  const gateway = gatewayOf(deps, railOf(order, refund))

  const answer = await gateway.refund(asked)
  if (answer.kind === 'accepted') return { kind: 'done', events: [seen(refund, 'accept', answer.refundId)] }

  // Refused can mean that an earlier try, whose answer was lost, had been taken.
  const state = await gateway.queryRefund(asked)
  if (state.kind === 'accepted') return { kind: 'done', events: [seen(refund, 'accept', state.refundId)] }
  if (state.kind === 'settled') return { kind: 'done', events: [seen(refund, 'settle', state.refundId)] }

  if (answer.kind === 'refused' && entry.tries + 1 >= triesBeforeIncident)
    await deps.incidents.record({
      key: `refundStuck-${refund.outRefundNo}`,
      kind: 'refundStuck',
      atMs: deps.clock.nowMs(),
      facts: {
        orderNo: order.orderNo,
        outRefundNo: refund.outRefundNo,
        amountFen: refund.amountFen,
        reason: answer.reason,
      },
    })
  return { kind: 'later', reason: answer.reason }
}

/** The refund as the gateway takes it: always the same for the same refund. */
export const refundOrderOf = (order: Order, refund: Refund): RefundOrder => {
  const paid = order.attempts.find((attempt) => attempt.outTradeNo === refund.outTradeNo)?.paid
  if (paid === undefined) throw new Error(`${refund.outRefundNo}: a refund of a payment that was never seen`)
  return {
    outRefundNo: refund.outRefundNo,
    outTradeNo: refund.outTradeNo,
    totalFen: paid.totalFen,
    amountFen: refund.amountFen,
    reason: refundReasons[refund.reason],
    payer: order.buyer,
  }
}

export const railOf = (order: Order, refund: Pick<Refund, 'outTradeNo'>) => {
  const attempt = order.attempts.find((one) => one.outTradeNo === refund.outTradeNo)
  if (attempt === undefined) throw new Error(`${refund.outTradeNo}: not an attempt of ${order.orderNo}`)
  return attempt.rail
}

const seen = (refund: Refund, move: 'accept' | 'settle', refundId: string | undefined) =>
  ({
    kind: 'refundSeen',
    outRefundNo: refund.outRefundNo,
    move,
    ...(refundId === undefined ? {} : { refundId }),
  }) as const

/** What the payer reads in WeChat's message. */
const refundReasons: Readonly<Record<Refund['reason'], string>> = {
  latePayment: '订单已关闭，付款退回',
  doublePayment: '重复付款退回',
  orphanPayment: '未找到订单，付款退回',
  buyerRequest: '买家申请退款',
  merchantDecision: '商家退款',
  notTaken: '暂无人接单，退款',
}
