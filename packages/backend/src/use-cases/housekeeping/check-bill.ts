import { decide, type Order, type OrderEvent, orderNoOf, type Rail, type RefundMove } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'
import type { BillRow } from '../../ports/gateway.ts'
import { askPayment } from '../order/ask-payment.ts'
import { changeOrder } from '../order/change-order.ts'
import { orphanRefundNo } from '../order/orphan-refund-no.ts'
import { reportStuckRefund } from '../order/report-stuck-refund.ts'
import { runOutbox } from '../order/run-outbox.ts'

/** A part of a day's bill: from this row on, until the time is up. */
export interface BillCheck {
  readonly rail: Rail
  readonly rows: readonly BillRow[]
  readonly fromRow: number
  readonly untilMs: number
}

/**
 * Tells every order what the bill says of its money, and sends back what no order explains. Answers the row to go on
 * with, when the time is up or an order was too busy to listen, or `undefined` when all are told. Safe to repeat.
 */
export const checkBill = async (deps: Deps, check: BillCheck): Promise<number | undefined> => {
  const { rail, rows, fromRow, untilMs } = check
  for (const [at, row] of rows.entries()) {
    if (at < fromRow || !row.ours) continue
    if (deps.clock.nowMs() >= untilMs) return at
    const orderNo = orderNoOf(row.outTradeNo)
    const order = orderNo === undefined ? undefined : await deps.orders.get(orderNo)
    const told = row.kind === 'payment' ? await tellPaid(deps, rail, row, order) : await tellRefunded(deps, row, order)
    // The day stays open: compared with the books now, the row would call for a person without a cause.
    if (!told) return at
  }
  return undefined
}

const tellPaid = async (deps: Deps, rail: Rail, row: BillRow, order: Order | undefined): Promise<boolean> => {
  const attempt = order?.attempts.find(({ outTradeNo }) => outTradeNo === row.outTradeNo)
  if (order === undefined || attempt === undefined) {
    await refundOrphan(deps, rail, row)
    return true
  }
  // Paid, and we did not know: the bill has the last word, the query says the rest of it.
  return attempt.paid !== undefined || (await tell(deps, order, (await askPayment(deps, order, attempt)).events))
}

const tellRefunded = async (deps: Deps, row: BillRow, order: Order | undefined): Promise<boolean> => {
  const refund = order?.refunds.find(({ outRefundNo }) => outRefundNo === row.outRefundNo)
  if (order === undefined || refund === undefined || refund.amountFen !== row.amountFen) return true
  const state = row.refundState ?? 'accepted'
  if ((state === 'abnormal' || state === 'closed') && refund.state !== state && refund.state !== 'settled')
    await reportStuckRefund(deps, order, refund, state)
  const move = moves[state]
  const refundId = row.refundId === undefined ? {} : { refundId: row.refundId }
  return await tell(deps, order, [{ kind: 'refundSeen', outRefundNo: refund.outRefundNo, move, ...refundId }])
}

/** Real money that no order explains. Confirmed by bill and query, so it goes back; the same number every time. */
const refundOrphan = async (deps: Deps, rail: Rail, row: BillRow): Promise<void> => {
  const { outTradeNo, transactionId, amountFen } = row
  const gateway = gatewayOf(deps, rail)
  await deps.incidents.record({
    key: `orphanPayment-${outTradeNo}`,
    kind: 'orphanPayment',
    atMs: deps.clock.nowMs(),
    facts: { outTradeNo, transactionId, paidFen: amountFen },
  })
  const paid = await gateway.query(outTradeNo, row.payer)
  if (paid.kind !== 'paid' || paid.payment.totalFen !== amountFen) return
  const answer = await gateway.refund({
    outRefundNo: orphanRefundNo(outTradeNo),
    outTradeNo,
    totalFen: amountFen,
    amountFen,
    reason: '未找到订单，付款退回',
    payer: paid.payer,
  })
  deps.log.write({ level: 'warn', event: 'orphan', outTradeNo, outcome: answer.kind })
}

/** `false`: the order was too busy to be told now. Whatever else it refuses, it would refuse again. */
const tell = async (deps: Deps, order: Order, events: readonly OrderEvent[]): Promise<boolean> => {
  for (const event of events) {
    const changed = await changeOrder(deps, order.orderNo, (now, nowMs) => decide(now, event, nowMs))
    if (changed.ok) await runOutbox(deps, changed.value, Number.POSITIVE_INFINITY)
    else if (changed.refusal.code === 'BUSY') return false
  }
  return true
}

const moves: Readonly<Record<NonNullable<BillRow['refundState']>, RefundMove>> = {
  accepted: 'accept',
  settled: 'settle',
  abnormal: 'abnormal',
  closed: 'close',
}
