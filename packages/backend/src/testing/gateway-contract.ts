import { fen, type OpenId, type OutRefundNo, type OutTradeNo, type PaymentAttempt } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { orderNoFor } from '../order-no.ts'
import type { Gateway, RefundOrder } from '../ports/gateway.ts'

/** A rail with a payer whom the test can move. */
export interface GatewayWorld {
  readonly gateway: Gateway
  readonly payer: OpenId
  readonly nowMs: () => number
  pass(ms: number): Promise<void> | void
  /** The payer pays at the cashier. */
  pay(outTradeNo: OutTradeNo): Promise<void> | void
  settleRefund(outRefundNo: OutRefundNo): Promise<void> | void
}

/** What every rail has to do that takes a prepay, closes and refunds. */
export const gatewayContract = ({ makeWorld }: { makeWorld: () => Promise<GatewayWorld> | GatewayWorld }) => {
  let world: GatewayWorld
  let gateway: Gateway
  let count = 0
  beforeEach(async () => {
    world = await makeWorld()
    gateway = world.gateway
  })

  const attemptOf = (): PaymentAttempt => {
    const name = `gateway-${String(++count).padStart(8, '0')}`
    const outTradeNo = `${orderNoFor(world.payer, name as never)}-1` as OutTradeNo
    const nowMs = world.nowMs()
    const prepay = { body: '青瓷杯', clientIp: '203.0.113.7', nonce: 'a'.repeat(32), expiresAtMs: nowMs + 30 * minute }
    return { outTradeNo, rail: gateway.rail, amountFen: fen(1990), state: 'open', prepay, createdAtMs: nowMs }
  }
  const prepay = (attempt: PaymentAttempt) =>
    gateway.prepay({ orderNo: attempt.outTradeNo.slice(0, 26) as never, payer: world.payer, attempt })
  const paid = async () => {
    const attempt = attemptOf()
    await prepay(attempt)
    await world.pay(attempt.outTradeNo)
    return attempt
  }
  const refundOf = ({ outTradeNo, amountFen }: PaymentAttempt, key: string, part: number): RefundOrder => ({
    outRefundNo: `${outTradeNo}-${key}` as OutRefundNo,
    outTradeNo,
    totalFen: amountFen,
    amountFen: fen(part),
    reason: '商家退款',
    payer: world.payer,
  })

  describe('a rail', () => {
    test('hands out the parameters of a payment, the same payment when asked again with the same', async () => {
      const attempt = attemptOf()
      const first = await prepay(attempt)
      const again = await prepay(attempt)
      if (first.kind !== 'ready' || again.kind !== 'ready') throw new Error(JSON.stringify([first, again]))
      if (first.payment.rail !== 'cloudPay' || again.payment.rail !== 'cloudPay') throw new Error('another rail')
      expect(first.payment.package).toMatch(/^prepay_id=/)
      expect(again.payment.package).toBe(first.payment.package)
      expect(await gateway.query(attempt.outTradeNo)).toEqual({ kind: 'open' })
    })

    test('refuses the same number for another amount', async () => {
      const attempt = attemptOf()
      await prepay(attempt)
      expect(await prepay({ ...attempt, amountFen: fen(1) })).toMatchObject({ kind: 'refused' })
      expect(await gateway.query(attempt.outTradeNo)).toEqual({ kind: 'open' })
    })

    test('has never heard of a number that nobody ordered', async () => {
      expect(await gateway.query(attemptOf().outTradeNo)).toEqual({ kind: 'none' })
    })

    test('says who paid what and when', async () => {
      const { outTradeNo } = await paid()
      expect(await gateway.query(outTradeNo)).toMatchObject({
        kind: 'paid',
        payer: world.payer,
        payment: { totalFen: 1990, transactionId: expect.stringMatching(/^\S{6,}$/), paidAtMs: expect.any(Number) },
      })
      const answer = await gateway.query(outTradeNo)
      // WeChat's clock shows seconds.
      if (answer.kind === 'paid') expect(Math.abs(answer.payment.paidAtMs - world.nowMs())).toBeLessThan(5_000)
    })

    test('takes no prepay of what is paid, and does not close it', async () => {
      const attempt = await paid()
      expect(await prepay(attempt)).toMatchObject({ kind: 'refused' })
      await world.pass(6 * minute)
      expect(await gateway.close(attempt.outTradeNo)).toMatchObject({ kind: 'refused' })
      expect(await gateway.query(attempt.outTradeNo)).toMatchObject({ kind: 'paid' })
    })

    test('closes what is 5 minutes old, not before', async () => {
      const attempt = attemptOf()
      await prepay(attempt)
      expect(await gateway.close(attempt.outTradeNo)).toMatchObject({ kind: 'refused' })
      await world.pass(5 * minute + 5_000)
      expect(await gateway.close(attempt.outTradeNo)).toEqual({ kind: 'closed' })
      expect(await gateway.query(attempt.outTradeNo)).toEqual({ kind: 'closed' })
      expect(await prepay(attempt)).toMatchObject({ kind: 'refused' })
    })

    test('takes a refund once per number, and never more than was paid', async () => {
      const attempt = await paid()
      const half = refundOf(attempt, 'r1', 1_000)
      expect(await gateway.refund(half)).toMatchObject({ kind: 'accepted' })
      expect(await gateway.refund(half)).toMatchObject({ kind: 'accepted' })
      expect(await gateway.refund({ ...half, amountFen: fen(999) })).toMatchObject({ kind: 'refused' })
      expect(await gateway.refund(refundOf(attempt, 'r2', 991))).toMatchObject({ kind: 'refused' })
      expect(await gateway.refund(refundOf(attempt, 'r3', 990))).toMatchObject({ kind: 'accepted' })
    })

    test('says how a refund stands', async () => {
      const attempt = await paid()
      const refund = refundOf(attempt, 'r1', 1_990)
      expect(await gateway.queryRefund(refund)).toMatchObject({ kind: 'none' })
      await gateway.refund(refund)
      expect(await gateway.queryRefund(refund)).toMatchObject({ kind: 'accepted' })
      await world.settleRefund(refund.outRefundNo)
      expect(await gateway.queryRefund(refund)).toMatchObject({ kind: 'settled' })
      expect(await gateway.query(attempt.outTradeNo)).toMatchObject({ kind: 'paid', payment: { totalFen: 1990 } })
    })
  })
}

const minute = 60_000
