import { describe, expect, it } from 'vitest'
import type { RequestId, SkuId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import { dueAtMs } from '../order/due-at.ts'
import type { Order } from '../order/order.ts'
import { answerWithinMs } from '../order/unanswered.ts'
import { viewOrder } from '../order/view-order.ts'
import { outRefundNoOf } from '../refund/out-refund-no.ts'
import { quiet } from '../testing/quiet.ts'
import { refundedPieces } from './after-sale-amount.ts'
import { sendBackWithinMs } from './after-sale-period.ts'
import { couponWalletId, newCouponWallet } from './coupon.ts'
import { autoConfirmAfterMs } from './decide-shop.ts'
import { shop } from './shop.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { ShopEvent } from './shop-event.ts'
import { address, after, buyer, coupon, paid, placed } from './testing.ts'

const dayMs = 86_400_000
const ship = (trackingNo: string, all: boolean): ShopEvent => ({
  kind: 'shop.ship',
  parcel: { carrier: 'SF', trackingNo, sentAtMs: 0 },
  all,
})
const ask = (n: number, skuId: string, returns = false, quantity = 1): ShopEvent => ({
  kind: 'shop.askAfterSale',
  requestId: `request-000000000${n}` as RequestId,
  pieces: [{ skuId: skuId as SkuId, quantity }],
  wants: returns ? 'returnAndRefund' : 'refundOnly',
  reason: 'damaged',
  note: '',
  pictures: [],
})
const agree = (key: string): ShopEvent => ({ kind: 'shop.agreeAfterSale', key })
const refuse = (key: string): ShopEvent => ({ kind: 'shop.refuseAfterSale', key, because: '已使用' })
const withdraw = (key: string): ShopEvent => ({ kind: 'shop.withdrawAfterSale', key })
const sendBack = (key: string): ShopEvent => ({ kind: 'shop.sendBack', key, carrier: 'YTO', trackingNo: 'YT12' })
const accept = (key: string): ShopEvent => ({ kind: 'shop.acceptReturn', key, restock: true })
const again = (key: string): ShopEvent => ({ kind: 'shop.refundAgain', key })
const seen = (order: Order, key: string, move: 'settle' | 'close') => {
  const outRefundNo = outRefundNoOf(order.attempts[0]?.outTradeNo as never, key)
  return after(order, { kind: 'refundSeen', outRefundNo, move })
}
const all = (order: Order, ...events: ShopEvent[]) => events.reduce((one, event) => after(one, event), order)
const refusal = (order: Order, event: ShopEvent, nowMs = 1000) => {
  const decided = decide(order, event, nowMs)
  return decided.ok ? undefined : decided.refusal
}
const detailOf = (order: Order) => order.detail as ShopDetail
const states = (order: Order) => (detailOf(order).afterSales ?? []).map(({ state }) => state)
const last = (order: Order) => order.history.at(-1)
const keys = (order: Order) => quiet(order).outbox.map(({ key }) => key)
const shipped = () => after(paid(), ship('SF1', true))

describe('the story of a shop order', () => {
  it('takes a reminder a day until it is sent, and tells the owners of each', () => {
    const remind: ShopEvent = { kind: 'shop.remind' }
    const actionsAt = (order: Order, nowMs: number) => {
      const { detail } = viewOrder(order, 'buyer', nowMs)
      return detail.vertical === 'shop' ? detail.actions : []
    }
    const waiting = paid()
    expect(actionsAt(waiting, 1000)).toContain('remind')
    const reminded = after(waiting, remind)
    expect(last(reminded)).toStrictEqual({ atMs: 1000, by: 'buyer', what: 'shop.reminded' })
    expect(reminded.outbox.find(({ key }) => key === 'tell:shop.reminded:1000')).toMatchObject({
      effect: { kind: 'shop.tell', message: 'shop.reminded', to: 'owners' },
    })
    const againAtMs = 1000 + dayMs
    expect(actionsAt(reminded, againAtMs - 1)).not.toContain('remind')
    expect(refusal(reminded, remind, againAtMs - 1)).toEqual({ code: 'REMINDED_BEFORE', againAtMs })
    expect(actionsAt(reminded, againAtMs)).toContain('remind')
    expect(refusal(reminded, remind, againAtMs)).toBeUndefined()
    expect(viewOrder(reminded, 'owner', 2000).detail).toMatchObject({ remindedAtMs: 1000, actions: ['ship'] })
    expect(refusal(shipped(), remind)).toEqual({ code: 'DELIVERY_NOT_NOW', fulfilment: 'shipped' })
    expect(actionsAt(shipped(), 1000)).not.toContain('remind')
    expect(refusal(placed(), remind)).toEqual({ code: 'DELIVERY_NOT_NOW', fulfilment: 'none' })
  })

  it('tells of parcels, with what finds them', () => {
    const part = after(paid(), ship('SF1', false))
    expect(last(part)).toStrictEqual({
      atMs: 1000,
      by: 'owner',
      what: 'shop.parcelSent',
      facts: { carrier: 'SF', trackingNo: 'SF1' },
    })
    const rest = after(part, ship('SF2', true))
    expect(last(rest)).toStrictEqual({
      atMs: 1000,
      by: 'owner',
      what: 'shop.shipped',
      facts: { carrier: 'SF', trackingNo: 'SF2' },
    })
    expect(detailOf(rest).parcels).toHaveLength(2)
    expect(keys(rest)).toEqual(['stock:commit', 'ship:SF:SF1', 'ship:SF:SF2'])
    const other: ShopEvent = {
      kind: 'shop.ship',
      parcel: { carrier: 'YTO', trackingNo: 'SF1', sentAtMs: 0 },
      all: false,
    }
    expect(detailOf(after(part, other)).parcels).toHaveLength(2)
  })

  it('tells of every step of a claim, whose step it was, and for how much', () => {
    const line = (order: Order) => {
      const { by, what, facts } = order.history.filter((one) => one.what.startsWith('shop.afterSale')).at(-1) ?? {}
      return { by, what, facts }
    }
    const facts = { key: 'as1', amountFen: 1990 }
    const asked = after(shipped(), ask(1, 'cup-1', true))
    expect(line(asked)).toStrictEqual({
      by: 'buyer',
      what: 'shop.afterSaleAsked',
      facts: { ...facts, wants: 'returnAndRefund', reason: 'damaged' },
    })
    expect(line(after(asked, withdraw('as1')))).toStrictEqual({ by: 'buyer', what: 'shop.afterSale.withdraw', facts })
    expect(line(after(asked, refuse('as1')))).toStrictEqual({ by: 'owner', what: 'shop.afterSale.refuse', facts })
    const agreed = after(asked, agree('as1'))
    expect(line(agreed)).toStrictEqual({ by: 'owner', what: 'shop.afterSale.agreeReturn', facts })
    const back = after(agreed, sendBack('as1'))
    expect(line(back)).toStrictEqual({ by: 'buyer', what: 'shop.afterSale.sendBack', facts })
    const accepted = after(back, accept('as1'))
    expect(line(accepted)).toStrictEqual({ by: 'owner', what: 'shop.afterSale.accept', facts })
    expect(line(seen(accepted, 'as1', 'settle'))).toStrictEqual({ by: 'wechat', what: 'shop.afterSale.settle', facts })
    expect(keys(accepted)).toContain('stock:takeBack:as1')
  })

  it('takes every step of a claim twice as once, and no step that is not its turn', () => {
    const asked = after(shipped(), ask(1, 'cup-1', true))
    const toReturn = after(asked, agree('as1'))
    const returning = after(toReturn, sendBack('as1'))
    const refunding = after(returning, accept('as1'))
    const refunded = seen(refunding, 'as1', 'settle')
    const stays = (order: Order, event: ShopEvent) => expect(after(order, event), event.kind).toBe(order)
    stays(toReturn, agree('as1'))
    stays(returning, agree('as1'))
    stays(returning, sendBack('as1'))
    stays(refunding, accept('as1'))
    stays(refunded, accept('as1'))
    const gone = after(asked, withdraw('as1'))
    stays(gone, withdraw('as1'))
    const refused = after(asked, refuse('as1'))
    stays(refused, refuse('as1'))
    const notNow = (state: string) => ({ code: 'AFTER_SALE_NOT_NOW', state })
    expect(refusal(asked, sendBack('as1'))).toStrictEqual(notNow('requested'))
    expect(refusal(asked, accept('as1'))).toStrictEqual(notNow('requested'))
    expect(refusal(refunded, refuse('as1'))).toStrictEqual(notNow('refunded'))
    expect(refusal(refunded, withdraw('as1'))).toStrictEqual(notNow('refunded'))
    expect(refusal(gone, agree('as1'))).toStrictEqual(notNow('withdrawn'))
    expect(refusal(asked, again('as1'))).toStrictEqual(notNow('requested'))
    expect(refusal(refunding, again('as1'))).toStrictEqual(notNow('refunding'))
  })

  it('knows two claims apart', () => {
    const two = all(shipped(), ask(1, 'cup-1'), ask(2, 'mug-0'), agree('as1'), agree('as2'))
    expect(states(seen(two, 'as2', 'settle'))).toEqual(['refunding', 'refunded'])
    expect(refundedPieces(detailOf(seen(two, 'as2', 'settle')))).toHaveLength(2)
    const closed = seen(seen(two, 'as1', 'settle'), 'as2', 'close')
    const second = after(closed, again('as2'))
    expect(second.refunds.map(({ outRefundNo }) => outRefundNo.split('-').slice(2).join('-'))).toEqual([
      'as1',
      'as2',
      'as2-2',
    ])
    expect(keys(second)).not.toContain('stock:takeBack:as2')
    expect(refusal(seen(two, 'as2', 'close'), again('as1'))).toMatchObject({ code: 'AFTER_SALE_NOT_NOW' })
  })

  it('hears of refunds that belong to no claim, and goes on as before', () => {
    const gift = { kind: 'refund', by: 'owner', key: 'gift', amountFen: fen(1), reason: 'merchantDecision' } as const
    const order = after(all(shipped(), ask(1, 'cup-1')), gift)
    expect(states(seen(order, 'gift', 'settle'))).toEqual(['requested'])
    expect(detailOf(seen(after(shipped(), gift), 'gift', 'settle')).afterSales).toBeUndefined()
  })

  it('puts back what was not sent at all; once a parcel has left, the owner counts', () => {
    const part = all(paid(), ship('SF1', false), ask(1, 'cup-1'), agree('as1'))
    expect(keys(part)).not.toContain('stock:takeBack:as1')
    expect(keys(all(paid(), ask(1, 'cup-1'), agree('as1')))).toContain('stock:takeBack:as1')
    const give = { kind: 'refund', by: 'owner', key: 'all', amountFen: fen(3987), reason: 'merchantDecision' } as const
    expect(keys(after(paid(), give))).toContain('stock:takeBack')
    expect(keys(after(shipped(), give))).not.toContain('stock:takeBack')
  })

  it('names its effects so that each is run once', () => {
    const withCoupon = () => placed({ coupons: [coupon('c')] })
    expect(keys(paid(withCoupon()))).toEqual(['stock:commit', 'coupons:commit'])
    expect(keys(after(withCoupon(), { kind: 'cancel' })).slice(1)).toEqual(['stock:release', 'coupons:release'])
    const order = paid(withCoupon())
    const give = {
      kind: 'refund',
      by: 'owner',
      key: 'all',
      amountFen: order.totalFen,
      reason: 'merchantDecision',
    } as const
    expect(keys(after(order, give)).slice(3)).toEqual(['stock:takeBack', 'coupons:takeBack'])
  })

  it('lets go of every claim whose goods are late, and of no other', () => {
    const order = all(shipped(), ask(1, 'cup-1', true), ask(2, 'cup-1', true), ask(3, 'mug-0'))
    const first = after(order, agree('as1'), 1000)
    const both = after(first, agree('as2'), 2000)
    const reminded = after(both, { kind: 'timePassed' }, 1000 + answerWithinMs)
    const quiet: Order = { ...reminded, outbox: [] }
    expect(dueAtMs(quiet)).toBe(1000 + sendBackWithinMs)
    const one = after(quiet, { kind: 'timePassed' }, 1000 + sendBackWithinMs)
    expect(states(one)).toEqual(['withdrawn', 'toReturn', 'requested'])
    const two = after(quiet, { kind: 'timePassed' }, 2000 + sendBackWithinMs)
    expect(states(two)).toEqual(['withdrawn', 'withdrawn', 'requested'])
    const lapsed = { by: 'system', what: 'shop.afterSale.lapse' }
    expect(two.history.slice(quiet.history.length)).toMatchObject([lapsed, lapsed])
    const sent = after(quiet, sendBack('as1'), 2000)
    expect(dueAtMs({ ...sent, outbox: [] })).toBe(2000 + sendBackWithinMs)
    expect(states(after(sent, { kind: 'timePassed' }, 2000 + sendBackWithinMs))).toEqual([
      'returning',
      'withdrawn',
      'requested',
    ])
    expect([sendBackWithinMs, autoConfirmAfterMs]).toEqual([7 * dayMs, 10 * dayMs])
  })

  it('is not received by the clock before it is all sent, nor again once it is', () => {
    const part = { ...after(paid(), ship('SF1', false)), outbox: [] }
    expect(dueAtMs(part)).toBeUndefined()
    const received = { ...after(shipped(), { kind: 'shop.confirm', by: 'buyer' }, 3000), outbox: [] }
    expect(dueAtMs(received)).toBeUndefined()
    expect(after(received, { kind: 'timePassed' }, Number.MAX_SAFE_INTEGER)).toBe(received)
    expect(detailOf(received).receivedAtMs).toBe(3000)
    const early = { ...detailOf(shipped()), fulfilment: 'received' } as ShopDetail
    expect(shop.dueAtMs?.({ ...shipped(), detail: early } as never)).toBeUndefined()
  })

  it('is what it was when the shop is told again of what happened', () => {
    const received = after(shipped(), { kind: 'shop.confirm', by: 'wechat' }) as never
    expect(shop.paid(received, 0)).toStrictEqual({ detail: (received as Order).detail })
    const revoked = { ...paid(), detail: { ...paid().detail, fulfilment: 'revoked' } } as never
    expect(shop.refundedInFull(revoked, 0)).toStrictEqual({ detail: (revoked as Order).detail })
    expect([shop.name, shop.rail]).toEqual(['shop', 'cloudPay'])
  })
})

describe('what is seen of a shop order', () => {
  it('is everything that was bought, and nothing that is not there', () => {
    const { lines, price } = detailOf(placed())
    expect(viewOrder(placed(), 'buyer', 0).detail).toStrictEqual({
      vertical: 'shop',
      lines,
      price,
      remark: '',
      fulfilment: 'none',
      parcels: [],
      coupons: [],
      afterSales: [],
      actions: [],
    })
    const full = viewOrder(paid(placed({ address, coupons: [coupon('c')] })), 'owner', 0).detail
    expect(full).toMatchObject({ address, coupons: [{ couponId: 'c' }], actions: ['ship'] })
    expect('receivedAtMs' in full || 'afterSaleUntilMs' in full || 'autoConfirmAtMs' in full).toBe(false)
    expect(Object.keys(detailOf(placed()))).not.toContain('address')
    expect(Object.keys(detailOf(placed()))).not.toContain('coupons')
  })

  it('offers a claim while there is something left to claim', () => {
    const actions = (order: Order, viewer: 'buyer' | 'system' = 'buyer') =>
      (viewOrder(order, viewer, 1000).detail as { actions: readonly string[] }).actions
    expect(actions(paid())).toEqual(['remind', 'askAfterSale'])
    const some = all(paid(), ask(1, 'cup-1', false, 2))
    expect(actions(some)).toEqual(['remind', 'askAfterSale'])
    expect(actions(all(some, ask(2, 'mug-0')))).toEqual([])
    const give = { kind: 'refund', by: 'owner', key: 'all', amountFen: fen(3987), reason: 'merchantDecision' } as const
    expect(actions(after(paid(), give))).toEqual([])
    expect(actions(paid(), 'system')).toEqual([])
    expect(actions(shipped(), 'system')).toEqual([])
  })
})

describe('a person’s coupon', () => {
  it('is claimed once, and can be used as often as it says', () => {
    expect(newCouponWallet(coupon('c', { usesPerPerson: 2 }), buyer, 5)).toStrictEqual({
      couponId: 'c',
      owner: buyer,
      claimedAtMs: 5,
      version: 1,
      available: 2,
      holds: {},
    })
    expect(couponWalletId('c', buyer)).toBe(`c:${buyer}`)
  })
})
