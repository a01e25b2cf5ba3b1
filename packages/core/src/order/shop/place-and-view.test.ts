import { describe, expect, it } from 'vitest'
import { fen } from '../../money/fen.ts'
import { after, buyer, paid, placed } from '../../shop/testing.ts'
import { orderKeys } from '../order-keys.ts'
import { payableForMs, placeOrder } from '../place-order.ts'
import { allowedActions, viewOrder } from '../view-order.ts'

const askedFor = (totalFen: number) => {
  const { orderNo, requestId, requestDigest, detail } = placed()
  const body = '青瓷杯'
  return {
    orderNo,
    buyer,
    requestId,
    requestDigest,
    detail,
    totalFen: fen(totalFen),
    body,
    clientIp: '1.2.3.4',
    nonce: 'n',
  }
}

describe('a new order', () => {
  it('has one open attempt, with everything that WeChat will have to be told again the same way', () => {
    const asked = askedFor(100)
    expect(placeOrder(asked, 5000)).toStrictEqual({
      orderNo: asked.orderNo,
      version: 1,
      buyer,
      requestId: asked.requestId,
      requestDigest: 'digest',
      state: 'unpaid',
      totalFen: 100,
      detail: asked.detail,
      attempts: [
        {
          outTradeNo: `${asked.orderNo}-1`,
          rail: 'cloudPay',
          amountFen: 100,
          state: 'open',
          prepay: { body: '青瓷杯', clientIp: '1.2.3.4', nonce: 'n', expiresAtMs: 5000 + payableForMs },
          createdAtMs: 5000,
        },
      ],
      refunds: [],
      history: [{ atMs: 5000, by: 'buyer', what: 'order.placed', facts: { amountFen: 100 } }],
      outbox: [],
      createdAtMs: 5000,
      payUntilMs: 5000 + payableForMs,
      dueAtMs: 5000 + payableForMs,
    })
    expect(payableForMs).toBe(1_800_000)
  })

  it('costs one fen at least', () => {
    expect(placeOrder(askedFor(1), 0).totalFen).toBe(1)
    const { orderNo } = askedFor(0)
    expect(() => placeOrder(askedFor(0), 0)).toThrow(`${orderNo}: an order of 0 fen cannot be paid`)
  })
})

describe('what a person sees of an order', () => {
  it('is the state, the money and the story, and no openid, outbox or version', () => {
    const give = { kind: 'refund', by: 'owner', key: 'a', amountFen: fen(100), reason: 'merchantDecision' } as const
    const order = after(paid(), give, 2000)
    const view = viewOrder(order, 'buyer', 3000)
    expect(view).toStrictEqual({
      orderNo: order.orderNo,
      vertical: 'shop',
      state: 'paid',
      totalFen: 3987,
      paidFen: 3987,
      refundedFen: 0,
      refunds: [{ amountFen: 100, reason: 'merchantDecision', state: 'requested', requestedAtMs: 2000 }],
      detail: expect.objectContaining({ vertical: 'shop' }),
      history: order.history,
      actions: [],
      createdAtMs: 0,
      payUntilMs: payableForMs,
      nowMs: 3000,
    })
    expect(JSON.stringify(view)).not.toContain(buyer)
    expect(viewOrder(after(placed(), { kind: 'cancel' }), 'buyer', 0)).toMatchObject({
      closeReason: 'cancelled',
      paidFen: 0,
    })
  })

  it('offers paying and cancelling to the buyer alone, until the deadline', () => {
    expect(allowedActions(placed(), 'buyer', payableForMs - 1)).toEqual(['pay', 'cancel'])
    expect(allowedActions(placed(), 'buyer', payableForMs)).toEqual([])
    expect(allowedActions(placed(), 'owner', 0)).toEqual([])
    expect(allowedActions(paid(), 'buyer', 0)).toEqual([])
  })

  it('is found by its buyer only, unless its vertical has others', () => {
    expect(orderKeys(placed())).toStrictEqual({})
  })
})
