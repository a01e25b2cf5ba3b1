import {
  decide,
  fen,
  newErrandDetail,
  newRunner,
  type OpenId,
  type Order,
  type OrderEvent,
  placeOrder,
  priceErrand,
  type RequestId,
  type Runner,
  tariff,
} from '@pay/core'
import { orderNoFor } from '../../order-no.ts'
import { runnerNoFor } from '../../use-cases/errand/numbers.ts'
import { noonMs } from '../sample-orders.ts'

/** Beside the West Lake. */
export const lake = { lat: 30.2512, lng: 120.1413 }

/** A task that is paid and stands in the hall; `name` makes it another one. */
export const openTask = (
  name = 'a',
  nowMs = noonMs,
  at = lake,
  buyer = 'oBuyer00000000000000000000aa' as OpenId,
): Order => {
  const requestId = `request-${name.padStart(12, '0')}` as RequestId
  const to = { ...at, address: '浙江省杭州市西湖区北山街 1 号', door: '', name: '周先生', phone: '13700000000' }
  const terms = { kind: 'do', to, weightKg: 0, declaredFen: fen(0), tipFen: fen(0), goodsFen: fen(0) } as const
  const price = priceErrand(terms, 0, tariff, nowMs)
  if (!price.ok) throw new Error(price.refusal.code)
  const quote = { distanceM: 0, price: price.value, commissionBp: 1_500, expiresAtMs: nowMs }
  const order = placeOrder(
    {
      orderNo: orderNoFor(buyer, requestId),
      buyer,
      requestId,
      requestDigest: 'digest',
      detail: newErrandDetail({ ...terms, what: '排队', pictures: [] }, quote, '0123456789abcdef'),
      totalFen: price.value.totalFen,
      body: '帮办',
      clientIp: '203.0.113.7',
      nonce: 'nonce',
    },
    nowMs,
  )
  const [attempt] = order.attempts
  if (attempt === undefined) throw new Error('an order without an attempt')
  const { outTradeNo } = attempt
  const payment = { transactionId: `4200${outTradeNo}`, totalFen: order.totalFen, paidAtMs: nowMs }
  return after(order, { kind: 'paymentSeen', outTradeNo, payer: buyer, payment }, nowMs)
}

/** The order after an event; throws when it refuses. */
export const after = (order: Order, event: OrderEvent, nowMs = noonMs): Order => {
  const decided = decide(order, event, nowMs)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value
}

/** Somebody who may run. */
export const approvedRunner = (openid = 'oRunner000000000000000000000' as OpenId): Runner => ({
  ...newRunner(runnerNoFor(openid), openid, { name: '李师傅', phone: '13900000002' }, noonMs),
  audit: 'approved',
})
