import { expect, it } from 'vitest'
import { payableAttempt } from '../payment/decide-pay-again.ts'
import { outTradeNoOf } from '../payment/out-trade-no.ts'
import { after, buyer, detailOf, noon, placed } from './testing.ts'

it('a task that is paid twice keeps one payment and stays in the hall; the other one goes back whole', () => {
  const order = placed()
  const [first, second] = [outTradeNoOf(order.orderNo, 1), outTradeNoOf(order.orderNo, 2)]
  const closed = after(order, { kind: 'paymentClosed', outTradeNo: first })
  const again = after(closed, { kind: 'payAgain', clientIp: '127.0.0.1', nonce: 'other' })
  const seen = (outTradeNo: typeof first) => ({
    kind: 'paymentSeen' as const,
    outTradeNo,
    payer: buyer,
    payment: { transactionId: `t-${outTradeNo}`, totalFen: order.totalFen, paidAtMs: noon },
  })
  const paid = after(again, seen(second))
  const twice = after(paid, seen(first))
  expect(twice).toMatchObject({ state: 'paid', paidBy: second })
  expect(twice.refunds).toMatchObject([{ outTradeNo: first, amountFen: order.totalFen }])
  expect(detailOf(twice)).toBe(detailOf(paid))
})

it('an order that is being cancelled has nothing to pay any more', () => {
  const order = placed()
  expect(payableAttempt(order, noon)).toBe(order.attempts[0])
  const cancelled = after(order, { kind: 'cancel' })
  expect(cancelled.state).toBe('closing')
  expect(payableAttempt(cancelled, noon)).toBeUndefined()
})
