import type { Fen, OpenId, OutRefundNo, OutTradeNo, PaymentAttempt, Rail } from '@pay/core'
import { beijingDay } from '../../beijing-time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { BillRow, Gateway, RefundOrder } from '../../ports/gateway.ts'

/** A WeChat Pay in a Map, as small as it can be and still say no where WeChat says no. For tests of the use cases. */
export interface MemoryGateway extends Gateway {
  readonly bill: NonNullable<Gateway['bill']>
  /** The payer's side. `false`: it cannot be paid (any more). */
  pay(outTradeNo: OutTradeNo, payer: OpenId): boolean
  settleRefund(outRefundNo: OutRefundNo, state?: 'settled' | 'abnormal' | 'closed'): void
  /** Money without an order of ours, as a stray attempt would make it. */
  payStray(outTradeNo: OutTradeNo, payer: OpenId, totalFen: Fen): void
  readonly trades: ReadonlyMap<OutTradeNo, Trade>
  readonly refunds: ReadonlyMap<OutRefundNo, RefundBook>
}

export interface Trade {
  readonly outTradeNo: OutTradeNo
  readonly totalFen: Fen
  readonly payer: OpenId
  readonly expiresAtMs: number
  readonly createdAtMs: number
  readonly parameters: string
  state: 'open' | 'paid' | 'closed'
  paidAtMs?: number
}

export interface RefundBook {
  readonly asked: RefundOrder
  readonly atMs: number
  state: 'accepted' | 'settled' | 'abnormal' | 'closed'
}

const minCloseAgeMs = 5 * 60_000

export const memoryGateway = (clock: Clock, rail: Rail = 'cloudPay'): MemoryGateway => {
  const trades = new Map<OutTradeNo, Trade>()
  const refunds = new Map<OutRefundNo, RefundBook>()
  const transactionId = (outTradeNo: OutTradeNo) => `4200${outTradeNo}`
  const refundId = (outRefundNo: OutRefundNo) => `5030${outRefundNo}`

  return {
    rail,
    trades,
    refunds,
    async prepay({ payer, attempt }) {
      const parameters = parametersOf(payer, attempt)
      const known = trades.get(attempt.outTradeNo)
      if (known !== undefined && known.state !== 'open') return { kind: 'refused', reason: known.state }
      if (known !== undefined && known.parameters !== parameters)
        return { kind: 'refused', reason: '201 商户订单号重复' }
      if (known === undefined)
        trades.set(attempt.outTradeNo, {
          outTradeNo: attempt.outTradeNo,
          totalFen: attempt.amountFen,
          payer,
          expiresAtMs: attempt.prepay.expiresAtMs,
          createdAtMs: clock.nowMs(),
          parameters,
          state: 'open',
        })
      const { nonce } = attempt.prepay
      const payment = { timeStamp: '0', nonceStr: nonce, package: `prepay_id=${attempt.outTradeNo}`, paySign: 'sign' }
      return { kind: 'ready', payment: { rail: 'cloudPay', signType: 'MD5', ...payment } }
    },
    async query(outTradeNo) {
      const trade = trades.get(outTradeNo)
      if (trade === undefined) return { kind: 'none' }
      if (trade.state !== 'paid') return { kind: trade.state }
      const { payer, totalFen, paidAtMs = 0 } = trade
      return { kind: 'paid', payer, payment: { transactionId: transactionId(outTradeNo), totalFen, paidAtMs } }
    },
    async close(outTradeNo) {
      const trade = trades.get(outTradeNo)
      if (trade === undefined) return { kind: 'refused', reason: 'ORDERNOTEXIST' }
      if (trade.state === 'paid') return { kind: 'refused', reason: 'ORDERPAID' }
      if (clock.nowMs() < trade.createdAtMs + minCloseAgeMs)
        return { kind: 'refused', reason: 'younger than 5 minutes' }
      trade.state = 'closed'
      return { kind: 'closed' }
    },
    async refund(asked) {
      const known = refunds.get(asked.outRefundNo)
      if (known !== undefined)
        return known.asked.amountFen === asked.amountFen
          ? { kind: 'accepted', refundId: refundId(asked.outRefundNo) }
          : { kind: 'refused', reason: 'same number, other amount' }
      const trade = trades.get(asked.outTradeNo)
      if (trade?.state !== 'paid') return { kind: 'refused', reason: 'not paid' }
      if (refundedOf(refunds, asked.outTradeNo) + asked.amountFen > trade.totalFen)
        return { kind: 'refused', reason: 'more than was paid' }
      refunds.set(asked.outRefundNo, { asked, atMs: clock.nowMs(), state: 'accepted' })
      return { kind: 'accepted', refundId: refundId(asked.outRefundNo) }
    },
    async queryRefund({ outRefundNo }) {
      const refund = refunds.get(outRefundNo)
      return refund === undefined ? { kind: 'none' } : { kind: refund.state, refundId: refundId(outRefundNo) }
    },
    async bill(day) {
      const rows: BillRow[] = []
      for (const trade of trades.values()) {
        if (trade.state !== 'paid' || trade.paidAtMs === undefined) continue
        const { outTradeNo, payer, totalFen, paidAtMs } = trade
        const common = { outTradeNo, transactionId: transactionId(outTradeNo), payer, ours: true }
        if (beijingDay(paidAtMs) === day) rows.push({ ...common, kind: 'payment', atMs: paidAtMs, amountFen: totalFen })
        for (const { asked, atMs, state } of refunds.values()) {
          if (asked.outTradeNo !== outTradeNo || beijingDay(atMs) !== day) continue
          const { outRefundNo, amountFen } = asked
          const refund = { outRefundNo, refundId: refundId(outRefundNo), refundState: state }
          rows.push({ ...common, ...refund, kind: 'refund', atMs, amountFen })
        }
      }
      return rows.length === 0 ? { kind: 'none' } : { kind: 'bill', rows }
    },
    pay(outTradeNo, payer) {
      const trade = trades.get(outTradeNo)
      if (trade?.state !== 'open' || trade.payer !== payer || clock.nowMs() >= trade.expiresAtMs) return false
      trade.state = 'paid'
      trade.paidAtMs = clock.nowMs()
      return true
    },
    payStray(outTradeNo, payer, totalFen) {
      const nowMs = clock.nowMs()
      const times = { createdAtMs: nowMs, expiresAtMs: nowMs, paidAtMs: nowMs }
      trades.set(outTradeNo, { outTradeNo, payer, totalFen, parameters: '', state: 'paid', ...times })
    },
    settleRefund(outRefundNo, state = 'settled') {
      const refund = refunds.get(outRefundNo)
      if (refund === undefined) throw new Error(`no refund ${outRefundNo}`)
      refund.state = state
    },
  }
}

const parametersOf = (payer: OpenId, { amountFen, prepay }: PaymentAttempt): string =>
  JSON.stringify([payer, amountFen, prepay])

const refundedOf = (refunds: ReadonlyMap<OutRefundNo, RefundBook>, outTradeNo: OutTradeNo): number => {
  let sum = 0
  for (const { asked, state } of refunds.values())
    if (asked.outTradeNo === outTradeNo && state !== 'closed') sum += asked.amountFen
  return sum
}
