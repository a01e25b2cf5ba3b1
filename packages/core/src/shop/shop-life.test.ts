import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitHold } from '../holds/commit-hold.ts'
import { type HoldRecord, newHoldRecord } from '../holds/hold-record.ts'
import { releaseHold } from '../holds/release-hold.ts'
import { reserveHold } from '../holds/reserve-hold.ts'
import { takeBackHold } from '../holds/take-back-hold.ts'
import type { RequestId, SkuId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { outTradeNoOf } from '../payment/out-trade-no.ts'
import { outRefundNoOf } from '../refund/out-refund-no.ts'
import { refundableFen, refundedOrPendingFen } from '../refund/refundable.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { ShopEffect } from './shop-effect.ts'
import { buyer, placed } from './testing.ts'

const onShelf = 10
const orderNo = placed().orderNo
const attempt = outTradeNoOf(orderNo, 1)
const quantities: Readonly<Record<string, number>> = { 'cup-1': 2, 'mug-0': 1 }
type Shelf = Record<string, HoldRecord>

/** What the world does with a stock effect, any number of times; `false`: not yet. */
const runEffect = (shelf: Shelf, effect: ShopEffect): boolean => {
  if (!('pieces' in effect)) return true
  return effect.pieces.every(({ skuId, quantity }) => {
    const record = shelf[skuId] as HoldRecord
    const claim = { claim: orderNo as string, quantity }
    const change =
      effect.kind === 'shop.commitStock'
        ? commitHold(record, claim, 0)
        : effect.kind === 'shop.releaseStock'
          ? releaseHold(record, claim, 0)
          : takeBackHold(record, { ...claim, part: effect.part }, 0)
    expect(['tooMany', 'missing']).not.toContain(change.answer)
    shelf[skuId] = change.record
    return change.answer !== 'notCommitted'
  })
}

const key = fc.constantFrom('as1', 'as2', 'as3')
const paidEvent: OrderEvent = {
  kind: 'paymentSeen',
  outTradeNo: attempt,
  payer: buyer,
  payment: { transactionId: 't', totalFen: fen(3987), paidAtMs: 1 },
}
/** The owner gives back whatever is left. */
const refundRest = (order: Order): OrderEvent => ({
  kind: 'refund',
  by: 'owner',
  key: 'o-rest',
  amountFen: refundableFen(order, attempt),
  reason: 'merchantDecision',
})
const event: fc.Arbitrary<OrderEvent | 'refundRest'> = fc.oneof(
  fc.constantFrom(paidEvent, 'refundRest' as const),
  fc.constantFrom<OrderEvent>(
    { kind: 'paymentClosed', outTradeNo: attempt },
    { kind: 'cancel' },
    { kind: 'unavailable' },
    { kind: 'timePassed' },
    { kind: 'shop.confirm', by: 'buyer' },
    { kind: 'shop.ship', parcel: { carrier: 'SF', trackingNo: 'SF1', sentAtMs: 0 }, all: true },
    { kind: 'shop.ship', parcel: { carrier: 'SF', trackingNo: 'SF2', sentAtMs: 0 }, all: false },
    { kind: 'refund', by: 'owner', key: 'o-some', amountFen: fen(1000), reason: 'merchantDecision' },
  ),
  fc.record({ n: fc.integer({ min: 1, max: 3 }), sku: fc.constantFrom('cup-1', 'mug-0'), returns: fc.boolean() }).map(
    ({ n, sku, returns }): OrderEvent => ({
      kind: 'shop.askAfterSale',
      requestId: `request-000000000${n}` as RequestId,
      pieces: [{ skuId: sku as SkuId, quantity: 1 }],
      wants: returns ? 'returnAndRefund' : 'refundOnly',
      reason: 'other',
      note: '',
      pictures: [],
    }),
  ),
  { weight: 3, arbitrary: key.map((one): OrderEvent => ({ kind: 'shop.agreeAfterSale', key: one })) },
  key.map((one): OrderEvent => ({ kind: 'shop.refuseAfterSale', key: one, because: 'x' })),
  key.map((one): OrderEvent => ({ kind: 'shop.withdrawAfterSale', key: one })),
  key.map((one): OrderEvent => ({ kind: 'shop.sendBack', key: one, carrier: 'SF', trackingNo: 'B1' })),
  fc
    .record({ one: key, restock: fc.boolean() })
    .map(({ one, restock }): OrderEvent => ({ kind: 'shop.acceptReturn', key: one, restock })),
  key.map((one): OrderEvent => ({ kind: 'shop.refundAgain', key: one })),
  fc.record({ one: fc.oneof(key, fc.constantFrom('o-rest', 'o-some', 'back')), closes: fc.boolean() }).map(
    ({ one, closes }): OrderEvent => ({
      kind: 'refundSeen',
      outRefundNo: outRefundNoOf(attempt, one),
      move: closes ? 'close' : 'settle',
    }),
  ),
)

describe('a shop order and the shelf', () => {
  it('never lose a piece nor find one, whatever happens, and however often and late the effects are run', () => {
    const step = fc.tuple(event, fc.integer({ min: 1, max: 400_000_000 }), fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 30 }), (startsPaid, steps) => {
        const shelf: Shelf = {}
        for (const [skuId, quantity] of Object.entries(quantities))
          shelf[skuId] = reserveHold(newHoldRecord(onShelf), { claim: orderNo, quantity }, 0).record
        let order: Order = placed()
        let nowMs = 0
        const takenBack: Record<string, number> = {}
        const begin = decide(order, paidEvent, nowMs)
        if (startsPaid && begin.ok) order = begin.value
        const runOutbox = (reversed: boolean) => {
          const entries = reversed ? [...order.outbox].reverse() : order.outbox
          for (const { key: name, effect } of entries) {
            if (!effect.kind.startsWith('shop.') || !runEffect(shelf, effect as ShopEffect)) continue
            runEffect(shelf, effect as ShopEffect)
            const done = decide(order, { kind: 'effectsDone', keys: [name] }, nowMs)
            if (done.ok) order = done.value
          }
        }
        for (const [one, passed, runs, reversed] of steps) {
          nowMs += passed
          const before = order.outbox.map(({ key: name }) => name)
          const decided = decide(order, one === 'refundRest' ? refundRest(order) : one, nowMs)
          if (decided.ok) order = decided.value
          for (const { key: name, effect } of order.outbox)
            if (!before.includes(name) && effect.kind === 'shop.takeBackStock')
              for (const { skuId, quantity } of effect.pieces) takenBack[skuId] = (takenBack[skuId] ?? 0) + quantity
          if (runs) runOutbox(reversed)
        }
        runOutbox(true)
        runOutbox(false)

        expect(order.outbox.filter(({ effect }) => effect.kind.endsWith('Stock'))).toEqual([])
        const detail = order.detail as ShopDetail
        const isSale = order.paidBy !== undefined
        for (const [skuId, quantity] of Object.entries(quantities)) {
          const gone = onShelf - (shelf[skuId]?.available ?? 0)
          const released = !isSale && (order.state === 'closed' || shelf[skuId]?.holds[orderNo]?.state === 'released')
          expect(gone).toBe(released ? 0 : quantity - (isSale ? (takenBack[skuId] ?? 0) : 0))
          if (order.state === 'closed') expect(gone).toBe(0)
          if (detail.fulfilment === 'revoked' && !detail.parcels?.length) expect(gone).toBe(0)
        }
        expect(refundedOrPendingFen(order, attempt)).toBeLessThanOrEqual(3987)
        if (detail.parcels?.length) expect(isSale).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
