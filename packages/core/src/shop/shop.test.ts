import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import { viewOrder } from '../order/view-order.ts'
import { quiet } from '../testing/quiet.ts'
import { autoConfirmAfterMs } from './decide-shop.ts'
import type { Parcel } from './parcel.ts'
import { after, paid, placed } from './testing.ts'

const pieces = [
  { skuId: 'cup-1', quantity: 2 },
  { skuId: 'mug-0', quantity: 1 },
]
const parcel = (trackingNo: string): Parcel => ({ carrier: 'SF', trackingNo, sentAtMs: 2000 })
const ship = (trackingNo = 'SF1', all = true) => ({ kind: 'shop.ship', parcel: parcel(trackingNo), all }) as const
const effectsOf = (order: { outbox: readonly { key: string; effect: unknown }[] }) =>
  order.outbox.map(({ effect }) => effect)

describe('a shop order', () => {
  it('is to be shipped once paid, and its held pieces are sold', () => {
    const order = paid()
    expect(order).toMatchObject({ state: 'paid', detail: { fulfilment: 'toShip' } })
    expect(effectsOf(quiet(order))).toEqual([{ kind: 'shop.commitStock', pieces }])
  })

  it('gives its pieces back to the shelf when it is cancelled', () => {
    const order = after(placed(), { kind: 'cancel' })
    expect(effectsOf(order)).toContainEqual({ kind: 'shop.releaseStock', pieces })
  })

  it('sends money back that comes after it closed: its goods are on the shelf again', () => {
    let order = after(placed(), { kind: 'timePassed' }, 1_800_000)
    for (const { outTradeNo } of order.attempts) order = after(order, { kind: 'paymentClosed', outTradeNo }, 1_900_000)
    expect(order.state).toBe('closed')
    order = paid(order, 2_000_000)
    expect(order).toMatchObject({ state: 'closed', detail: { fulfilment: 'none' }, refunds: [{ amountFen: 3987 }] })
  })

  it('counts as received 10 days after everything was sent', () => {
    const shipped = after(paid(), ship(), 2000)
    expect(shipped.detail).toMatchObject({ fulfilment: 'shipped', parcels: [parcel('SF1')] })
    expect(effectsOf(shipped)).toContainEqual({ kind: 'shop.uploadShipping', trackingNo: 'SF1' })
    const due = 2000 + autoConfirmAfterMs
    expect(viewOrder(shipped, 'buyer', 2000).detail).toMatchObject({
      autoConfirmAtMs: due,
      actions: ['confirmReceipt', 'askAfterSale'],
    })
    expect(after(shipped, { kind: 'timePassed' }, due - 1)).toBe(shipped)
    const received = after(shipped, { kind: 'timePassed' }, due)
    expect(received).toMatchObject({ state: 'completed', detail: { fulfilment: 'received' } })
    expect(received.history.at(-1)).toMatchObject({ by: 'system', what: 'shop.received' })
  })

  it('is completed when the buyer confirms; confirming again changes nothing', () => {
    const received = after(after(paid(), ship()), { kind: 'shop.confirm', by: 'buyer' })
    expect(received).toMatchObject({ state: 'completed', detail: { fulfilment: 'received' } })
    expect(after(received, { kind: 'shop.confirm', by: 'buyer' })).toBe(received)
    expect(viewOrder(received, 'buyer', 0).detail).toMatchObject({ actions: ['askAfterSale'] })
  })

  it('stays to be shipped while only a part of it is sent; a parcel told twice is one', () => {
    const part = after(paid(), ship('SF1', false))
    expect(part.detail).toMatchObject({ fulfilment: 'toShip', parcels: [{ trackingNo: 'SF1' }] })
    expect(after(part, ship('SF1', false))).toBe(part)
    expect(after(part, ship('SF2')).detail).toMatchObject({ fulfilment: 'shipped' })
  })

  it('takes 15 parcels and no more', () => {
    let order = paid()
    for (let n = 1; n <= 15; n++) order = after(order, ship(`SF${n}`, false))
    expect(decide(order, ship('SF16'), 0)).toEqual({ ok: false, refusal: { code: 'TOO_MANY_PARCELS', most: 15 } })
  })

  it('refuses to ship or confirm what is not paid, and to confirm what is not shipped', () => {
    const refused = (fulfilment: string) => ({ ok: false, refusal: { code: 'DELIVERY_NOT_NOW', fulfilment } })
    expect(decide(placed(), ship(), 0)).toEqual(refused('none'))
    expect(decide(placed(), { kind: 'shop.confirm', by: 'buyer' }, 0)).toEqual(refused('none'))
    expect(decide(paid(), { kind: 'shop.confirm', by: 'buyer' }, 0)).toEqual(refused('toShip'))
  })

  it('takes the pieces back on the shelf when all is refunded before anything was sent', () => {
    const refund = {
      kind: 'refund',
      by: 'owner',
      key: 'all',
      amountFen: fen(3987),
      reason: 'merchantDecision',
    } as const
    const revoked = after(paid(), refund)
    expect(revoked.detail).toMatchObject({ fulfilment: 'revoked' })
    expect(effectsOf(revoked)).toContainEqual({ kind: 'shop.takeBackStock', pieces, part: 'all' })
    const sent = after(after(paid(), ship('SF1', false)), refund)
    expect(sent.detail).toMatchObject({ fulfilment: 'revoked' })
    expect(effectsOf(sent)).not.toContainEqual({ kind: 'shop.takeBackStock', pieces, part: 'all' })
    expect(viewOrder(revoked, 'owner', 0).detail).toMatchObject({ actions: [] })
    expect(viewOrder(paid(), 'owner', 0).detail).toMatchObject({ actions: ['ship'] })
  })
})
