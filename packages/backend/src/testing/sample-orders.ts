import { decide, fen, type OpenId, type Order, type OrderNo, placeOrder, type RequestId } from '@pay/core'
import { orderNoFor } from '../order-no.ts'
import { sampleDetail } from './sample-detail.ts'

export const noonMs = Date.UTC(2026, 10, 21, 4)

/** An order for ¥19.90; `name` makes it another one. */
export const sampleOrder = (name = 'a', nowMs = noonMs, buyer = 'oBuyer00000000000000000000aa' as OpenId): Order => {
  const requestId = `request-${name.padStart(12, '0')}` as RequestId
  const totalFen = fen(1990)
  return placeOrder(
    {
      orderNo: orderNoFor(buyer, requestId),
      buyer,
      requestId,
      requestDigest: 'digest',
      detail: sampleDetail,
      totalFen,
      body: '青瓷杯',
      clientIp: '203.0.113.7',
      nonce: 'nonce',
    },
    nowMs,
  )
}

/** The order after being cancelled: another state, an effect in its outbox, one version on. */
export const cancelled = (order: Order, nowMs = noonMs + 1): Order => {
  const decided = decide(order, { kind: 'cancel' }, nowMs)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value
}

export const noSuchOrder = '0'.repeat(26) as OrderNo
