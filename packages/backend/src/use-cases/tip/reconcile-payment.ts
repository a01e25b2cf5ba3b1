import {
  type Fen,
  fen,
  type OpenId,
  type Order,
  type OrderEvent,
  type OutTradeNo,
  orderNoOf,
  paidFen,
  type Refund,
  type RefundMove,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { maskOf } from '../../digest.ts'
import { askPayment } from '../order/ask-payment.ts'
import { applyEvents } from '../order/change-order.ts'
import { reportStuckRefund } from '../order/report-stuck-refund.ts'
import { runOutbox } from '../order/run-outbox.ts'
import { refundOrderOf } from '../order/submit-refund.ts'
import { tipPortsOf } from './tip-ports.ts'

/** `open`: something is on its way, look again soon. `unknown`: WeChat could not be asked. */
export type Reconciled = 'agreed' | 'open' | 'unknown'

/**
 * One payment of this rail, our order against WeChat's word, which wins: paid there and not here is booked, refunds are
 * moved on, money that went back without us leaves the tip. What cannot be booked is listed for a person.
 */
export const reconcilePayment = async (
  deps: Deps,
  { outTradeNo, payer }: { readonly outTradeNo: OutTradeNo; readonly payer: OpenId },
  untilMs: number,
): Promise<Reconciled> => {
  const orderNo = orderNoOf(outTradeNo)
  const order = orderNo === undefined ? undefined : await deps.orders.get(orderNo)
  const attempt = order?.attempts.find((one) => one.outTradeNo === outTradeNo)
  if (order === undefined || attempt === undefined) return await withoutOrder(deps, outTradeNo, payer)

  const asked = await askPayment(deps, order, attempt)
  const { answer } = asked
  if (answer.kind === 'unknown') return 'unknown'
  if (attempt.paid !== undefined && answer.kind !== 'paid') {
    // WeChat's servers lag behind each other: what was paid just now may be missing on the next one.
    if (deps.clock.nowMs() < attempt.paid.paidAtMs + settlesWithinMs) return 'open'
    return await missingThere(deps, order, outTradeNo, answer.kind)
  }
  const booked = await applyEvents(deps, order, asked.events)
  if (!booked.ok) return 'unknown'
  const seen = await moveRefunds(deps, booked.value.order, outTradeNo)
  if (seen === undefined) return 'unknown'
  const settled = await runOutbox(deps, seen, untilMs)
  if (answer.kind !== 'paid') return answer.kind === 'open' ? 'open' : 'agreed'
  return await takeElsewhere(deps, settled, outTradeNo, untilMs)
}

const settlesWithinMs = 10 * 60_000

/** WeChat is asked about every refund that has not ended. */
const moveRefunds = async (deps: Deps, order: Order, outTradeNo: OutTradeNo): Promise<Order | undefined> => {
  const events: OrderEvent[] = []
  for (const refund of refundsOf(order, outTradeNo)) {
    if (refund.state === 'settled' || refund.state === 'closed') continue
    const answer = await tipPortsOf(deps).virtualPayment.queryRefund(refundOrderOf(order, refund))
    if (answer.kind === 'unknown') return undefined
    if (answer.kind === 'none') continue
    const { refundId } = answer
    const known = refundId === undefined ? {} : { refundId }
    events.push({ kind: 'refundSeen', outRefundNo: refund.outRefundNo, move: moves[answer.kind], ...known })
    if (answer.kind === 'abnormal' || answer.kind === 'closed')
      await reportStuckRefund(deps, order, refund, answer.kind)
  }
  const changed = await applyEvents(deps, order, events)
  return changed.ok ? changed.value.order : undefined
}

const moves = {
  accepted: 'accept',
  settled: 'settle',
  abnormal: 'abnormal',
  closed: 'close',
} as const satisfies Record<string, RefundMove>

/**
 * What WeChat says is left, against what our refunds leave: a difference was given back by Apple, or by hand. Unless the
 * order has changed since it was read: then a refund of ours may be the difference, and both are looked at again.
 */
const takeElsewhere = async (
  deps: Deps,
  order: Order,
  outTradeNo: OutTradeNo,
  untilMs: number,
  looks = 3,
): Promise<Reconciled> => {
  const answer = await tipPortsOf(deps).virtualPayment.left(outTradeNo, order.buyer)
  if (answer.kind === 'unknown') return 'unknown'
  const refunds = refundsOf(order, outTradeNo)
  const pending = refunds.some(({ state }) => state === 'requested' || state === 'accepted')
  const expected = paidFen(order, outTradeNo) - backFen(order, refunds)
  if (answer.leftFen >= expected) return pending ? 'open' : 'agreed'

  // A refund that is submitted and not yet accepted here may be part of the difference: it will be seen first.
  if (refunds.some(({ state }) => state === 'requested')) return 'open'
  const now = await deps.orders.get(order.orderNo)
  if (now === undefined || (now.version !== order.version && looks === 1)) return 'unknown'
  if (now.version !== order.version) return await takeElsewhere(deps, now, outTradeNo, untilMs, looks - 1)
  const amountFen = fen(expected - answer.leftFen)
  await report(deps, order, outTradeNo, { what: 'refundedElsewhere', amountFen })
  if (order.detail.vertical !== 'tip' || order.paidBy !== outTradeNo) return 'agreed'
  const key = `left-${answer.leftFen}`
  const changed = await applyEvents(deps, order, [{ kind: 'tip.takenBack', key, amountFen, atVersion: order.version }])
  // Somebody was faster: the order has not heard of it yet.
  if (!changed.ok || !isTakenBack(changed.value.order, key)) return 'unknown'
  await runOutbox(deps, changed.value.order, untilMs)
  return 'agreed'
}

const isTakenBack = ({ detail }: Order, key: string): boolean =>
  detail.vertical === 'tip' && detail.takenBackBy?.some((back) => back.key === key) === true

/** Ours that are under way or done, and what is known to have gone back without us. */
const backFen = (order: Order, refunds: readonly Refund[]): number => {
  const ours = refunds.filter(({ state }) => state !== 'closed' && state !== 'requested')
  const elsewhere = order.detail.vertical === 'tip' ? (order.detail.takenBackBy ?? []) : []
  return [...ours, ...elsewhere].reduce((sum, { amountFen }) => sum + amountFen, 0)
}

const refundsOf = (order: Order, outTradeNo: OutTradeNo): readonly Refund[] =>
  order.refunds.filter((refund) => refund.outTradeNo === outTradeNo)

/** Signed by us and paid, and no order explains it: a document was lost. For a person, with everything there is. */
const withoutOrder = async (deps: Deps, outTradeNo: OutTradeNo, payer: OpenId): Promise<Reconciled> => {
  const answer = await tipPortsOf(deps).virtualPayment.query(outTradeNo, payer)
  if (answer.kind === 'unknown') return 'unknown'
  if (answer.kind !== 'paid') return answer.kind === 'open' ? 'open' : 'agreed'
  const { transactionId, totalFen } = answer.payment
  await deps.incidents.record({
    key: `orphanPayment-${outTradeNo}`,
    kind: 'orphanPayment',
    atMs: deps.clock.nowMs(),
    facts: { outTradeNo, transactionId, paidFen: totalFen, payer: maskOf(payer) },
  })
  return 'agreed'
}

const missingThere = async (deps: Deps, order: Order, outTradeNo: OutTradeNo, saw: string): Promise<Reconciled> => {
  await report(deps, order, outTradeNo, { what: 'missingThere', saw })
  return 'agreed'
}

/** This rail has no bill; what differs is listed as if it had one. */
const report = (
  deps: Deps,
  order: Order,
  outTradeNo: OutTradeNo,
  facts: { readonly what: string; readonly saw?: string; readonly amountFen?: Fen },
) =>
  deps.incidents.record({
    key: `billDifference-${outTradeNo}-${facts.what}-${facts.amountFen ?? 0}`,
    kind: 'billDifference',
    atMs: deps.clock.nowMs(),
    facts: { orderNo: order.orderNo, outTradeNo, ...facts },
  })
