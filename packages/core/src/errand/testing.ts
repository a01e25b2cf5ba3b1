import type { OpenId, OrderNo, RequestId } from '../identity/ids.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { placeOrder } from '../order/place-order.ts'
import { viewOrder } from '../order/view-order.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandView } from './errand-view.ts'
import type { ErrandKind } from './kinds.ts'
import { newErrandDetail } from './new-errand-detail.ts'
import type { Place } from './place.ts'
import { type ErrandTerms, priceErrand } from './price-errand.ts'
import type { RunnerNo } from './runner/runner.ts'
import { tariff } from './tariff.ts'

/** 2026-11-21 15:00 in Beijing: no surcharge for the hour. */
export const noon = Date.UTC(2026, 10, 21, 7)
export const buyer = 'o-buyer' as OpenId

export const runner = { runnerNo: 'R1' as RunnerNo, openid: 'o-runner' as OpenId, name: '李师傅', phone: '13900000002' }
export const rival = { runnerNo: 'R2' as RunnerNo, openid: 'o-rival' as OpenId, name: '张师傅', phone: '13900000003' }

export const here: Place = {
  lat: 30.274151,
  lng: 120.155149,
  address: '浙江省杭州市拱墅区湖墅南路 1 号',
  door: '3 栋 1201',
  name: '王小姐',
  phone: '13800000001',
}
export const there: Place = {
  lat: 30.246026,
  lng: 120.210792,
  address: '浙江省杭州市上城区解放东路 2 号',
  door: '',
  name: '周先生',
  phone: '13700000004',
}

export const terms = (kind: ErrandKind = 'send', more: Partial<ErrandTerms> = {}): ErrandTerms => ({
  kind,
  from: { lat: here.lat, lng: here.lng },
  to: { lat: there.lat, lng: there.lng },
  weightKg: 2,
  declaredFen: zeroFen,
  tipFen: zeroFen,
  goodsFen: fen(kind === 'buy' ? 5000 : 0),
  ...more,
})

/** A task as it is placed: 6.00 and, for 7 km, 3 × 1.50 and 2 × 2.00: ¥14.50. */
export const placed = (kind: ErrandKind = 'send', more: Partial<ErrandTerms> = {}): Order => {
  const asked = terms(kind, more)
  const price = priceErrand(asked, 6_500, tariff, noon)
  if (!price.ok) throw new Error(price.refusal.code)
  const quote = { distanceM: 6_500, price: price.value, commissionBp: 1_500, expiresAtMs: noon }
  return placeOrder(
    {
      orderNo: '0123456789ABCDEFGHJKMNPQRS' as OrderNo,
      buyer,
      requestId: 'request-0000000001' as RequestId,
      requestDigest: 'digest',
      detail: newErrandDetail(
        { ...asked, from: here, to: there, what: '一份合同，电话 13800000001', pictures: [] },
        quote,
        '0000123400005678',
      ),
      totalFen: price.value.totalFen,
      body: '帮送',
      clientIp: '127.0.0.1',
      nonce: 'nonce',
    },
    noon,
  )
}

export const paidFor = (order: Order, nowMs = noon): Order => {
  const [{ outTradeNo }] = order.attempts as [Order['attempts'][number]]
  const payment = { transactionId: `t-${outTradeNo}`, totalFen: order.totalFen, paidAtMs: nowMs }
  return after(order, { kind: 'paymentSeen', outTradeNo, payer: buyer, payment }, nowMs)
}
export const opened = (kind: ErrandKind = 'send', more: Partial<ErrandTerms> = {}): Order => paidFor(placed(kind, more))

export const after = (order: Order, event: OrderEvent, nowMs = noon): Order => {
  const decided = decide(order, event, nowMs)
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
  return decided.value
}
export const refusalOf = (order: Order, event: OrderEvent, nowMs = noon) => {
  const decided = decide(order, event, nowMs)
  return decided.ok ? undefined : decided.refusal
}
export const taskOf = (order: Order): Order<ErrandDetail> => order as Order<ErrandDetail>
export const detailOf = (order: Order): ErrandDetail => taskOf(order).detail

export const codesOf = (order: Order) => detailOf(order).codes
export const pickUp = (order: Order, code = codesOf(order).pickup ?? '', goodsFen: Fen = zeroFen) =>
  ({ kind: 'errand.pickUp', runnerNo: runner.runnerNo, code, goodsFen, receipt: [] }) as const
export const deliver = (order: Order, code = codesOf(order).delivery) =>
  ({ kind: 'errand.deliver', runnerNo: runner.runnerNo, code }) as const

export const taken = (order = opened(), nowMs = noon) => after(order, { kind: 'errand.take', runner }, nowMs)
export const delivered = (order = taken()) => {
  const up = after(order, pickUp(order, undefined, detailOf(order).price.goodsFen))
  return after(up, deliver(up))
}
export const effectsOf = (order: Order) => order.outbox.map(({ effect }) => effect)

export const confirm = { kind: 'errand.confirm' } as const
export const tick = { kind: 'timePassed' } as const
export const extraPaid = (amount: number, purpose: 'tip' | 'goods' = 'tip', letter = 'X'): OrderEvent => ({
  kind: 'errand.extraPaid',
  extraNo: letter.repeat(26) as OrderNo,
  purpose,
  amountFen: fen(amount),
})

/** The task as a page shows it to this viewer. */
export const seenBy = (order: Order, viewer: 'buyer' | 'runner' | 'owner' | 'system', nowMs = noon): ErrandView =>
  viewOrder(order, viewer, nowMs).detail as ErrandView
