import type { BillRow, Gateway, PaymentAnswer } from '@pay/backend'
import { beijingDay, dayStartMs } from '@pay/backend/cloud-pay'
import { fen, type OpenId, type OutRefundNo, type OutTradeNo } from '@pay/core'
import {
  type Book,
  closeTrade,
  placeTrade,
  type Refund,
  type RefundState,
  requestRefund,
  type Trade,
  tradeState,
} from '@pay/emulator/book'
import type { Scheduler } from '../engine/scheduler.ts'

export const merchant = { mchid: '1900009231', appid: 'wx0123456789abcdef' } as const

/** WeChat's merchant book behind our port: a translation, and the few ways in which WeChat breaks its contract. */
export const bookGateway = (scheduler: Scheduler, book: Book, tell: Told): Gateway => {
  const { mchid, appid } = merchant
  const { random, weather } = scheduler
  const tradeOf = (outTradeNo: string) => book.trades.get(`${mchid}/${outTradeNo}`)
  /** A contract that is broken is a fault like any other. */
  const breaks = (rate: number): boolean => {
    if (rate === 0 || scheduler.healing || !random.chance(rate)) return false
    scheduler.fault()
    return true
  }

  return {
    rail: 'cloudPay',
    async prepay({ payer, attempt }) {
      const placed = placeTrade(
        book,
        {
          mchid,
          appid,
          outTradeNo: attempt.outTradeNo,
          openid: payer,
          totalFee: attempt.amountFen,
          body: attempt.prepay.body,
          timeExpireMs: attempt.prepay.expiresAtMs,
          // The documents forbid any change on a repeat; which fields WeChat really compares it does not say.
          rest: `${attempt.prepay.clientIp} ${attempt.prepay.nonce}`,
        },
        scheduler.nowMs,
      )
      if (!placed.ok) {
        if (placed.code === 'OUT_TRADE_NO_USED') tell.changed(attempt.outTradeNo)
        return { kind: 'refused', reason: placed.code }
      }
      const { prepayId } = placed.trade
      const payment = { timeStamp: '0', nonceStr: attempt.prepay.nonce, package: `prepay_id=${prepayId}`, paySign: '' }
      return { kind: 'ready', payment: { rail: 'cloudPay', signType: 'MD5', ...payment } }
    },

    async query(outTradeNo) {
      const trade = tradeOf(outTradeNo)
      if (trade === undefined) return { kind: 'none' }
      if (breaks(weather.mixedUp)) {
        tell.mixedUp()
        return mixedUp(trade, random.chance(0.5))
      }
      const asOfMs = breaks(weather.staleQuery) ? scheduler.nowMs - lagMs : scheduler.nowMs
      return trade.createdAtMs > asOfMs ? { kind: 'none' } : paymentAnswer(trade, asOfMs)
    },

    async close(outTradeNo) {
      const ref = { mchid, outTradeNo }
      const young = closeTrade(book, ref, scheduler.nowMs, { stillPayable: breaks(weather.leakyClose) })
      return young.ok ? { kind: 'closed' } : { kind: 'refused', reason: young.code }
    },

    async refund({ outTradeNo, outRefundNo, totalFen, amountFen }) {
      const request = { mchid, outTradeNo, outRefundNo, totalFee: totalFen, refundFee: amountFen }
      const asked = requestRefund(book, request, scheduler.nowMs)
      if (!asked.ok) return { kind: 'refused', reason: asked.message }
      if (!asked.again) tell.accepted(asked.trade, asked.refund)
      return { kind: 'accepted', refundId: asked.refund.refundId }
    },

    async queryRefund({ outRefundNo }) {
      const entry = book.refunds.get(`${mchid}/${outRefundNo}`)
      if (entry === undefined) return { kind: 'none' }
      // In production it may be so for good: then only notices and the bill tell.
      if (weather.emptyRefundQuery === 1 || breaks(weather.emptyRefundQuery))
        return { kind: 'unknown', reason: 'empty lists' }
      return { kind: refundStates[entry.refund.state], refundId: entry.refund.refundId }
    },

    async bill(day) {
      const rows: BillRow[] = []
      if (scheduler.nowMs < dayStartMs(day) + billReadyMs) return { kind: 'none' }
      for (const trade of book.trades.values()) addRows(rows, trade, day)
      return rows.length === 0 ? { kind: 'none' } : { kind: 'bill', rows }
    },
  }
}

/** Ten in the morning of the next day. */
const billReadyMs = 34 * 3_600_000

/** A replica that lags: how far. */
const lagMs = 2_000

/** What the gateway tells the world besides its answers. */
export interface Told {
  accepted(trade: Trade, refund: Refund): void
  mixedUp(): void
  /** The same number came again with other parameters: WeChat refuses, and the buyer cannot pay. */
  changed(outTradeNo: string): void
}

/** Paid, says WeChat, and means a payment of another amount or by another person. */
const mixedUp = ({ totalFee, openid }: Trade, otherAmount: boolean): PaymentAnswer => ({
  kind: 'paid',
  payer: (otherAmount ? openid : 'oSomebodyElse000000000000000') as OpenId,
  payment: {
    transactionId: '4200000000202611210000000002',
    totalFen: fen(otherAmount ? totalFee + 1 : totalFee),
    paidAtMs: 1,
  },
})

const refundStates: Readonly<Record<RefundState, 'accepted' | 'settled' | 'abnormal' | 'closed'>> = {
  PROCESSING: 'accepted',
  SUCCESS: 'settled',
  CHANGE: 'abnormal',
  REFUNDCLOSE: 'closed',
}

const paymentAnswer = (trade: Trade, asOfMs: number): PaymentAnswer => {
  const state = tradeState(trade, asOfMs)
  if (state === 'CLOSED') return { kind: 'closed' }
  if (trade.payment === undefined || (state !== 'SUCCESS' && state !== 'REFUND')) return { kind: 'open' }
  const { transactionId, paidAtMs } = trade.payment
  const payment = { transactionId, totalFen: fen(trade.totalFee), paidAtMs }
  return { kind: 'paid', payer: trade.openid as OpenId, payment }
}

const addRows = (rows: BillRow[], trade: Trade, day: string): void => {
  const { payment } = trade
  if (payment === undefined) return
  const common = {
    ours: true,
    outTradeNo: trade.outTradeNo as OutTradeNo,
    transactionId: payment.transactionId,
    payer: trade.openid as OpenId,
    totalFen: fen(trade.totalFee),
  }
  if (beijingDay(payment.paidAtMs) === day)
    rows.push({ ...common, kind: 'payment', atMs: payment.paidAtMs, amountFen: common.totalFen })
  for (const refund of trade.refunds)
    if (beijingDay(refund.acceptedAtMs) === day)
      rows.push({
        ...common,
        kind: 'refund',
        atMs: refund.acceptedAtMs,
        amountFen: fen(refund.refundFee),
        outRefundNo: refund.outRefundNo as OutRefundNo,
        refundId: refund.refundId,
        refundState: refundStates[refund.state],
      })
}
