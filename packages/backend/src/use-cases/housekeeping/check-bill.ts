import { decide, type Order, type OrderEvent, orderNoOf, outRefundNoOf, type Rail, type RefundMove } from '@pay/core'
import { beijingDay } from '../../beijing-time.ts'
import { type Deps, gatewayOf } from '../../deps.ts'
import type { BillRow } from '../../ports/gateway.ts'
import type { IncidentKind } from '../../ports/incident-store.ts'
import { askPayment } from '../order/ask-payment.ts'
import { changeOrder } from '../order/change-order.ts'
import { runOutbox } from '../order/run-outbox.ts'

/** A part of a day's bill: from this row on, until the time is up. */
export interface BillCheck {
  readonly rail: Rail
  readonly day: string
  readonly rows: readonly BillRow[]
  readonly fromRow: number
  readonly untilMs: number
}

/**
 * One day: every row of ours against its order, then every payment of ours against the rows. Answers the row to go on
 * with, or `undefined` when the day is done. Safe to repeat.
 */
export const checkBill = async (deps: Deps, check: BillCheck): Promise<number | undefined> => {
  const { rail, day, rows, fromRow, untilMs } = check
  for (const [at, row] of rows.entries()) {
    if (at < fromRow || !row.ours) continue
    if (deps.clock.nowMs() >= untilMs) return at
    const orderNo = orderNoOf(row.outTradeNo)
    const order = orderNo === undefined ? undefined : await deps.orders.get(orderNo)
    if (row.kind === 'payment') await checkPayment(deps, rail, row, order)
    else await checkRefund(deps, row, order)
  }
  await checkMissing(deps, rail, day, rows)
  return undefined
}

const checkPayment = async (deps: Deps, rail: Rail, row: BillRow, order: Order | undefined): Promise<void> => {
  const attempt = order?.attempts.find(({ outTradeNo }) => outTradeNo === row.outTradeNo)
  if (order === undefined || attempt === undefined) return await refundOrphan(deps, rail, row)
  if (attempt.paid !== undefined) {
    const { transactionId, totalFen } = attempt.paid
    if (transactionId !== row.transactionId || totalFen !== row.amountFen)
      await report(deps, 'billDifference', row, { what: 'amountDiffers', oursFen: totalFen })
    return
  }
  // Paid, and we did not know: the bill has the last word, the query says the rest of it.
  const { events, fits } = await askPayment(deps, order, attempt)
  if (events.some(({ kind }) => kind === 'paymentSeen')) await apply(deps, order, events)
  else if (fits) await report(deps, 'billDifference', row, { what: 'queryDenies' })
}

const checkRefund = async (deps: Deps, row: BillRow, order: Order | undefined): Promise<void> => {
  const refund = order?.refunds.find(({ outRefundNo }) => outRefundNo === row.outRefundNo)
  if (order === undefined || refund === undefined) {
    // Our own refund of an orphan is known by its number; any other was made past us, at the merchant platform.
    if (row.outRefundNo !== outRefundNoOf(row.outTradeNo, orphanKey))
      await report(deps, 'billDifference', row, { what: 'refundMissingHere', outRefundNo: row.outRefundNo ?? '' })
    return
  }
  if (refund.amountFen !== row.amountFen)
    return await report(deps, 'billDifference', row, { what: 'refundAmountDiffers', oursFen: refund.amountFen })
  const move = moves[row.refundState ?? 'accepted']
  const refundId = row.refundId === undefined ? {} : { refundId: row.refundId }
  await apply(deps, order, [{ kind: 'refundSeen', outRefundNo: refund.outRefundNo, move, ...refundId }])
}

/** What we booked as paid on that day, and WeChat does not have. */
const checkMissing = async (deps: Deps, rail: Rail, day: string, rows: readonly BillRow[]): Promise<void> => {
  const there = new Set(rows.filter(({ kind }) => kind === 'payment').map(({ outTradeNo }) => outTradeNo))
  let cursor: string | undefined
  do {
    const page = await deps.orders.find({ name: 'movedOn', day }, { limit: 100, ...(cursor ? { cursor } : {}) })
    for (const { orderNo, attempts } of page.items)
      for (const { outTradeNo, rail: paidBy, paid } of attempts) {
        if (paid === undefined || paidBy !== rail || there.has(outTradeNo) || beijingDay(paid.paidAtMs) !== day)
          continue
        const { transactionId, totalFen } = paid
        await deps.incidents.record({
          key: `bill-${outTradeNo}-missingThere`,
          kind: 'billDifference',
          atMs: deps.clock.nowMs(),
          facts: { day, orderNo, outTradeNo, transactionId, oursFen: totalFen, what: 'missingThere' },
        })
      }
    cursor = page.cursor
  } while (cursor !== undefined)
}

const orphanKey = 'orphan'

/** Real money that no order explains. Confirmed by bill and query, so it goes back; the same number every time. */
const refundOrphan = async (deps: Deps, rail: Rail, row: BillRow): Promise<void> => {
  await report(deps, 'orphanPayment', row, {})
  const gateway = gatewayOf(deps, rail)
  const paid = await gateway.query(row.outTradeNo)
  if (paid.kind !== 'paid' || paid.payment.totalFen !== row.amountFen) return
  const answer = await gateway.refund({
    outRefundNo: outRefundNoOf(row.outTradeNo, orphanKey),
    outTradeNo: row.outTradeNo,
    totalFen: row.amountFen,
    amountFen: row.amountFen,
    reason: '未找到订单，付款退回',
    payer: paid.payer,
  })
  deps.log.write({ level: 'warn', event: 'orphan', outTradeNo: row.outTradeNo, outcome: answer.kind })
}

const apply = async (deps: Deps, order: Order, events: readonly OrderEvent[]): Promise<void> => {
  for (const event of events) {
    const changed = await changeOrder(deps, order.orderNo, (now, nowMs) => decide(now, event, nowMs))
    if (changed.ok) await runOutbox(deps, changed.value, Number.POSITIVE_INFINITY)
  }
}

const report = (
  deps: Deps,
  kind: IncidentKind,
  { outTradeNo, transactionId, amountFen }: BillRow,
  facts: Readonly<Record<string, string | number>>,
) =>
  deps.incidents.record({
    key:
      kind === 'orphanPayment'
        ? `orphanPayment-${outTradeNo}`
        : `bill-${outTradeNo}-${facts.outRefundNo ?? ''}${facts.what}`,
    kind,
    atMs: deps.clock.nowMs(),
    facts: { outTradeNo, transactionId, billFen: amountFen, ...facts },
  })

const moves: Readonly<Record<NonNullable<BillRow['refundState']>, RefundMove>> = {
  accepted: 'accept',
  settled: 'settle',
  abnormal: 'abnormal',
  closed: 'close',
}
