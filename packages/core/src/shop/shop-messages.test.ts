import { describe, expect, it } from 'vitest'
import type { RequestId, SkuId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { isTell } from '../order/tell.ts'
import { after, buyer, paid, placed } from './testing.ts'

const messages = (order: Order) =>
  order.outbox.flatMap(({ key, effect }) => (isTell(effect) ? [[key, effect] as const] : []))
const added = (order: Order, event: Parameters<typeof after>[1]) =>
  messages(after(order, event)).slice(messages(order).length)
const parcel = { carrier: 'SF', trackingNo: 'SF1', sentAtMs: 2000 }
const ship = (all: boolean) => ({ kind: 'shop.ship', parcel, all }) as const
const claimed = (wants: 'refundOnly' | 'returnAndRefund') =>
  after(after(paid(), ship(true)), {
    kind: 'shop.askAfterSale',
    requestId: 'request-0123456789' as RequestId,
    pieces: [{ skuId: 'mug-0' as SkuId, quantity: 1 }],
    wants,
    reason: 'damaged',
    note: '',
    pictures: [],
  })

describe('the messages of a shop order', () => {
  it('tell buyer and owners that it is paid, and nobody that it is placed or closed', () => {
    expect(messages(placed())).toEqual([])
    expect(messages(after(placed(), { kind: 'cancel' }))).toEqual([])
    expect(messages(paid())).toEqual([
      ['tell:order.paid', { kind: 'tell', message: 'order.paid', to: buyer }],
      ['tell:owner.newOrder', { kind: 'tell', message: 'owner.newOrder', to: 'owners' }],
    ])
  })

  it('tell of the last parcel, once', () => {
    expect(added(paid(), ship(false))).toEqual([])
    const told = { kind: 'shop.tell', message: 'shop.shipped', to: buyer, note: 'SF1' }
    expect(added(paid(), ship(true))).toEqual([['tell:shop.shipped', told]])
    const shipped = after(paid(), ship(true))
    expect(added(shipped, ship(true))).toEqual([])
  })

  it('tell what the owner decided about a claim, with his reason', () => {
    const agreed = { kind: 'shop.tell', message: 'shop.afterSaleAgreed', to: buyer, amountFen: 7 }
    expect(messages(claimed('refundOnly'))).toHaveLength(3)
    for (const wants of ['refundOnly', 'returnAndRefund'] as const)
      expect(added(claimed(wants), { kind: 'shop.agreeAfterSale', key: 'as1' })).toEqual([
        ['tell:shop.afterSaleAgreed:as1', agreed],
      ])
    expect(added(claimed('refundOnly'), { kind: 'shop.refuseAfterSale', key: 'as1', because: '已拆封' })).toEqual([
      [
        'tell:shop.afterSaleRefused:as1',
        { kind: 'shop.tell', message: 'shop.afterSaleRefused', to: buyer, amountFen: 7, note: '已拆封' },
      ],
    ])
    expect(added(claimed('refundOnly'), { kind: 'shop.withdrawAfterSale', key: 'as1' })).toEqual([])
  })

  it('tell of every refund that has arrived, and of none that is on its way', () => {
    const give = { kind: 'refund', by: 'owner', key: 'o-1', amountFen: fen(100), reason: 'merchantDecision' } as const
    expect(added(paid(), give)).toEqual([])
    const asked = after(paid(), give)
    const outRefundNo = asked.refunds[0]?.outRefundNo ?? ('' as never)
    for (const move of ['accept', 'abnormal', 'close'] as const)
      expect(added(asked, { kind: 'refundSeen', outRefundNo, move })).toEqual([])
    expect(added(asked, { kind: 'refundSeen', outRefundNo, move: 'settle' })).toEqual([
      [`tell:order.refunded:${outRefundNo}`, { kind: 'tell', message: 'order.refunded', to: buyer, amountFen: 100 }],
    ])
  })
})
