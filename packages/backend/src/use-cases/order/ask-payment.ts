import { decide, type Order, type OrderEvent, type PaymentAttempt } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import { maskOf } from '../../digest.ts'
import type { PaymentAnswer } from '../../ports/gateway.ts'

/**
 * Asks WeChat about one attempt and says it in the order's own words. Money that WeChat confirms and the order does not
 * take (amount, payer, merchant, currency) is listed for a person and booked nowhere.
 */
export const askPayment = async (
  deps: Pick<Deps, 'gateways' | 'incidents' | 'clock'>,
  order: Order,
  attempt: PaymentAttempt,
): Promise<Asked> => {
  const answer = await gatewayOf(deps, attempt.rail).query(attempt.outTradeNo, order.buyer)
  if (answer.kind === 'mismatch')
    return await misfit(deps, order, attempt, answer, { field: answer.field, saw: answer.saw })
  if (answer.kind === 'closed')
    return { answer, events: [{ kind: 'paymentClosed', outTradeNo: attempt.outTradeNo }], fits: true }
  if (answer.kind !== 'paid') return { answer, events: [], fits: true }

  const { payer, payment } = answer
  const seen: OrderEvent = { kind: 'paymentSeen', outTradeNo: attempt.outTradeNo, payer, payment }
  const decided = decide(order, seen, deps.clock.nowMs())
  if (decided.ok) return { answer, events: [seen], fits: true }
  return await misfit(deps, order, attempt, answer, {
    field: 'field' in decided.refusal ? String(decided.refusal.field) : decided.refusal.code,
    transactionId: payment.transactionId,
    paidFen: payment.totalFen,
    payer: maskOf(payer),
  })
}

export interface Asked {
  readonly answer: PaymentAnswer
  /** Empty: nothing that the order has to know. */
  readonly events: readonly OrderEvent[]
  /** `false`: an incident was recorded, the order does not change by this. */
  readonly fits: boolean
}

const misfit = async (
  deps: Pick<Deps, 'incidents' | 'clock'>,
  order: Order,
  { outTradeNo, amountFen }: PaymentAttempt,
  answer: PaymentAnswer,
  facts: Readonly<Record<string, string | number>>,
): Promise<Asked> => {
  await deps.incidents.record({
    key: `paymentMismatch-${outTradeNo}`,
    kind: 'paymentMismatch',
    atMs: deps.clock.nowMs(),
    facts: { orderNo: order.orderNo, outTradeNo, amountFen, ...facts },
  })
  return { answer, events: [], fits: false }
}
